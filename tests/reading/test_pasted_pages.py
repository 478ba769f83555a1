"""Whole pages as somebody pasted them into a text file: with menu, counters, tables that tabs divide and what stands below."""

from __future__ import annotations

import pytest

from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import PROFILE, TEXT_FACTS, TEXT_HEAD, TEXT_STEPS, TWO_STEPS, read_text, texts, titled

DOSES = "How much\n\nSets\t4\nRest\t60 seconds\n\n"
HEAD = "Liftly\nMenu\nExercises\n\nGoblet Squat\n\nHold a weight close and sit down.\n\n"


@pytest.mark.parametrize("counter", ["214 Shares", "182K subscribers", "96,310 views  2 years ago", "1.2k likes"])
def test_what_a_site_counts_begins_nothing_to_leave_out(counter: str) -> None:
    found = read_text(f"Goblet Squat\n\nShare\n{counter}\n\nHold a weight close.\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["Hold a weight close."]
    assert texts(found, "target_muscles") == ["Quads"]


def test_facts_below_a_line_that_is_left_out() -> None:
    facts = "Target\tQuads\nExperience\tBeginner\n\n"
    found = read_text(f"Gym Wiki\n/\nGoblet Squat\nGet the app\nGoblet Squat\n{facts}{TEXT_STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])


def test_the_name_in_the_title_of_a_page_and_not_the_menu_above_it() -> None:
    menu = "Skip navigation\nSearch\nSign in\n0:00 / 6:21\n"
    found = read_text(
        f"{menu}How To Do The Cossack Squat | CoachNell\nCoachNell\n\nA deep squat.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert texts(found, "name") == ["Cossack Squat"]


def test_what_a_browser_prints_above_a_page_is_its_title() -> None:
    head = (
        "5/12/25, 8:47 PM\tOpen Book Rotation - MoveWell\n\nOpen Book Rotation\n\nAlso known as: Thoracic Rotation\n\n"
    )
    found = read_text(f"{head}{TEXT_FACTS}{TEXT_STEPS}")
    assert (texts(found, "name"), texts(found, "aliases")) == (["Open Book Rotation"], ["Thoracic Rotation"])


def test_one_letter_is_no_name_and_a_menu_may_be_long() -> None:
    menu = "R\nRepHive\nDashboard\nCalendar\nExercises\nPrograms\nTeam\nSettings\n⌘K\nSearch…\nJD\nExercises\n/\n"
    facts = "Difficulty\nIntermediate\nPrimary muscles\nFront Deltoids\n"
    found = read_text(f"{menu}Arnold Press\nArnold Press\nAbout\nIt adds a turn of the hands.\n{facts}{TEXT_STEPS}")
    assert texts(found, "name") == ["Arnold Press"]


def test_a_table_of_facts_with_a_row_for_what_stands_in_it() -> None:
    facts = "Fact\tAnswer\nMuscles it trains\tQuads\nMuscles that assist\tGlutes\nKit needed\tNone\nDifficulty\tMedium\nType\tStrength\n\n"
    points = "House points this term\n\nHouse\tPoints\nOak\t212\nAsh\t198\n\n"
    found = read_text(f"{HEAD}Facts\n\n{facts}{TEXT_STEPS}{DOSES}{points}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes"])
    assert "Fact" not in dict(found.extra) and texts(found, "safety_tips") == []


def test_words_that_are_explained_are_no_facts() -> None:
    words = "Key words\n\nIsometric\tA muscle works without changing its length.\nAgonist\tThe muscle that moves.\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{DOSES}{words}")
    assert texts(found, "target_muscles") == ["Quads"] and "Isometric" not in dict(found.extra)


def test_labels_of_doses_above_an_empty_line() -> None:
    found = read_text(
        f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}YOUR NUMBERS\n\nSETS:\n\n3\n\nREPS:\n\n20\n\nREST:\n\n30 seconds\n"
    )
    assert titled(found, "tracking") == [("SETS", "3"), ("REPS", "20"), ("REST", "30 seconds")]


def test_small_labels_in_columns() -> None:
    facts = "main muscles:    rhomboids, lats\nhelping muscles: rear deltoids, biceps\nequipment:       dumbbells\nlevel:           beginner\n\n"
    found = read_text(f"{HEAD}{facts}{TEXT_STEPS}")
    assert (texts(found, "secondary_muscles"), texts(found, "equipment")) == (
        ["rear deltoids", "biceps"],
        ["dumbbells"],
    )


def test_links_that_stand_in_the_next_line() -> None:
    facts = (
        "    *Target muscles:* Hamstrings\n    <https://gym.example.com/muscles/hamstrings>, Lower Back\n"
        "    <https://gym.example.com/muscles/lower-back>\n\n    *Experience:* Advanced\n\n"
    )
    found = read_text(f"{HEAD}{facts}{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Hamstrings", "Lower Back"]
    assert texts(found, "difficulty") == ["Advanced"]


@pytest.mark.parametrize("mark", ["★", "▢", "➜", "✦"])
def test_signs_before_the_items_of_a_list(mark: str) -> None:
    items = f"{mark} Strong legs: They carry you far.\n{mark} Cheap: It costs nothing.\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}Benefits\n\n{items}")
    assert titled(found, "benefits") == [("Strong legs", "They carry you far."), ("Cheap", "It costs nothing.")]


def test_a_section_that_no_profile_knows_above_sentences_with_titles() -> None:
    reasons = "Why You’ll Love It\n\nSafe shoulders: The path is short.\nHome friendly: A mat is the gym.\n"
    found = read_text(
        f"{HEAD}Save for later\n{reasons}Expert Tips\n\nElbow path: Form an arrow.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert titled(found, "benefits") == [
        ("Safe shoulders", "The path is short."),
        ("Home friendly", "A mat is the gym."),
    ]


def test_benefits_behind_tips_with_titles_of_their_own() -> None:
    tips = "Safety points\n\nRibs down\nKeep them close.\n\nWrist\nStack the hand.\n\n"
    gains = "Benefits for the client\n\nKind to joints\nThe path suits shoulders.\n\nEasy\nThe bar guides itself.\n\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}{gains}")
    assert titled(found, "safety_tips") == [("Ribs down", "Keep them close."), ("Wrist", "Stack the hand.")]
    assert titled(found, "benefits") == [
        ("Kind to joints", "The path suits shoulders."),
        ("Easy", "The bar guides itself."),
    ]


def test_a_question_among_others_is_no_section() -> None:
    asked = "Questions\nWhat is a good time?\nA minute is solid for a healthy adult.\nYour log\n20 kg × 12\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{asked}")
    assert texts(found, "description") == ["Hold a weight close and sit down."]
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "tracking") == []


def test_labels_of_four_words_before_a_dash() -> None:
    facts = "Trains – Quads\nLevel – Expert\nOne side or two – Bilateral\n\n"
    assert texts(read_text(f"{HEAD}{facts}{TEXT_STEPS}"), "bilateral") == ["Bilateral"]


def test_an_advertisement_between_two_sentences() -> None:
    page = "Goblet Squat\n\nHold a weight close.\n\nAdvertisement - Continue Reading Below\nThen sit down.\n\n"
    found = read_text(f"{page}{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["Hold a weight close. Then sit down."]


def test_the_profile_knows_none_of_the_counters_as_a_line_to_leave_out() -> None:
    assert PROFILE.dropped.match("round rear view") is None  # a title of a benefit


# --- marks that people and programs set -----------------------------------------------------------------------


def test_a_rule_below_a_sentence_divides_the_page() -> None:
    rule = "------------------------------"
    card = f"{rule}\nFront Squat\n\nLevel: Hard\n\nTried this move?\nTag @liftly on social media!\n{rule}\n"
    found = read_text(f"SKIP TO CONTENT\nThe Kettle & Bell\nMOVES\n\nFront Squat\n\n{card}\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "name") == ["Front Squat"] and texts(found, "instructions") == TWO_STEPS


def test_a_long_line_of_underscores_is_no_underline() -> None:
    foot = "   Last changed 14 May 2019. Top of page\n     ______________________________________________________\n"
    found = read_text(f"Strength Desk\n\n   Hip Thrust\n\n   It loads the hips.\n\n{TEXT_FACTS}{TEXT_STEPS}{foot}")
    assert texts(found, "name") == ["Hip Thrust"]


@pytest.mark.parametrize("site", ["Iron Corner Forum", "Liftly Exercise Library"])
def test_a_site_that_says_what_it_is_above_the_name(site: str) -> None:
    found = read_text(f"{site}\nLog in\n\n[Guide] Push-Up\n\nA moving plank.\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "name") == ["Push-Up"]


def test_other_names_behind_a_label_are_not_the_name() -> None:
    found = read_text(
        f"Westbrook Hospitals\n\nDumbbell Shrug\n\nOther names: Shoulder Shrug\n\n{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert (texts(found, "name"), texts(found, "aliases")) == (["Dumbbell Shrug"], ["Shoulder Shrug"])


def test_words_that_file_a_note_are_no_heading() -> None:
    found = read_text(
        f"# Push-Up\n\n#exercise #technique\n\n> A moving plank.\n\n{TEXT_FACTS}## Execution\n\n1. Stand.\n2. Sit.\n"
    )
    assert texts(found, "description") == ["A moving plank."] and texts(found, "instructions") == ["Stand.", "Sit."]


def test_headings_between_ornaments_and_arrows_behind_labels() -> None:
    page = "▬▬ MUSCLES ▬▬\nPrimary ➜ Lats\nSecondary ➜ Biceps\n\n▬▬ HOW TO DO IT ▬▬\n1 - Hang.\n2 - Pull.\n\n"
    found = read_text(f"Pull-Up - Full Tutorial\n\nIt is honest.\n\n{page}▬▬ SETS & REPS ▬▬\nSets ➜ 4\nReps ➜ 5-8\n")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Lats"], ["Biceps"])
    assert titled(found, "tracking") == [("Sets", "4"), ("Reps", "5-8")]


def test_contents_with_page_numbers_behind_tabs() -> None:
    contents = "Contents\n1 Summary\t1\n2 Technique\t1\n3 Safety\t2\n\n"
    page = (
        "1 Summary\n\nLevel: Beginner\n\n2 Technique\n\n1. Stand.\n2. Sit.\n\n3 Safety\n\n- Look ahead.\n- Keep calm.\n"
    )
    found = read_text(f"FACE PULL\n\n{contents}A small exercise.\n\n{page}")
    assert texts(found, "safety_tips") == ["Look ahead.", "Keep calm."]
    assert texts(found, "description") == ["A small exercise."]


@pytest.mark.parametrize("mark", [" · ", " | ", " • "])
def test_terms_of_several_kinds_in_one_line(mark: str) -> None:
    found = read_text(
        f"Side Plank\n\n{mark.join(['Strength', 'Beginner', 'Gym mat', 'Isolation'])}\n\nA hold.\n\n{TEXT_STEPS}"
    )
    assert [texts(found, field) for field in ("exercise_type", "difficulty", "equipment", "mechanic")] == [
        ["Strength"],
        ["Beginner"],
        ["Gym mat"],
        ["Isolation"],
    ]


def test_doses_in_one_line_with_dots_between() -> None:
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}YOUR DOSE\n\nSets: 3 · Reps: 8 per side · Rest: 30 seconds\n")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8 per side"), ("Rest", "30 seconds")]


def test_a_list_with_titles_behind_the_steps_is_advice() -> None:
    advice = "DO IT RIGHT\n\n* Slow pace - Count to three.\n* Exhale - Breathe out.\n* Elbows - Keep them in.\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}HOW IT GOES\n\n1) Stand tall.\n2) Bend the knees.\n\n{DOSES}{advice}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [
        ("Slow pace", "Count to three."),
        ("Exhale", "Breathe out."),
        ("Elbows", "Keep them in."),
    ]


def test_a_label_that_nobody_knows_in_a_ladder_of_labels() -> None:
    ladder = "LEVEL\nNovice\nFORCE\nPush\nPOPULARITY\n71 %\n"
    found = read_text(
        f"Walking Lunge\nA squat that walks.\nTARGET MUSCLES\nQuads\n{ladder}INSTRUCTIONS\n1\nStand.\n2\nStep.\n"
    )
    assert texts(found, "force") == ["Push"] and dict(found.extra) == {"POPULARITY": "71 %"}


def test_a_title_that_begins_a_section_elsewhere_among_titles_in_lines() -> None:
    tips = "COACH'S TIPS\nTrack\nWalk on two rails.\nStride\nChoose a length.\nUpper body\nCarry it high.\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}")
    assert titled(found, "safety_tips") == [
        ("Track", "Walk on two rails."),
        ("Stride", "Choose a length."),
        ("Upper body", "Carry it high."),
    ]


def test_a_guide_to_something_else_below_what_to_read_next() -> None:
    foot = "Follow us\nInstagram\n\nRead next\n\nHow to Choose a Coach\n\nAsk before you sign.\n\nA Hall\n\nWe visited it.\n"
    assert texts(read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{foot}"), "instructions") == TWO_STEPS


def test_an_address_is_no_fact() -> None:
    found = read_text(f"{HEAD}FREE plan: https://liftly.example.com/plan\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert dict(found.extra) == {}


def test_the_time_of_a_class_is_no_fact() -> None:
    found = read_text(
        f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{DOSES}Thursday class starts at 18:30 as always, bring a towel.\n"
    )
    assert dict(found.extra) == {}


def test_what_others_looked_at_is_no_variation() -> None:
    lists = (
        "Variations\n\n  • Box Squat\n  • Front Squat\n\nOther people also looked at\n\n  • Leg Press\n  • Face Pull\n"
    )
    assert texts(read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{lists}"), "variations") == ["Box Squat", "Front Squat"]


def test_the_thread_of_a_forum_says_its_title_again() -> None:
    head = "Board index ‹ Training\n[Technique] Chest Dip\nPost Reply\n\n[Technique] Chest Dip\nPost by uncle » Sat Feb 01, 2025 8:03 pm\n\n"
    page = f"{head}Leaning forward makes it heavy.\n\nMUSCLES: Lower Chest\nHELPERS: Triceps\n\nHOW TO:\n1) Jump up.\n2) Lean forward.\n"
    found = read_text(page)
    assert texts(found, "description") == ["Leaning forward makes it heavy."]
    assert texts(found, "target_muscles") == ["Lower Chest"]


def test_links_without_words_behind_the_headings_of_a_wiki() -> None:
    page = f"{HEAD}{TEXT_FACTS}Execution[ ]\n\nStand tall.\nBend the knees.\n\nVariations[ ]\nFront Squat\nBox Squat\n\nTrivia[ ]\nA fact.\n"
    found = read_text(page)
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "variations") == ["Front Squat", "Box Squat"]


def test_facts_with_dashes_begin_below_the_name() -> None:
    menu = "Bars\nPlates\nGuides\nSale\nSearch\nCart\n0\n\nHome\n/\nGuides\n/\nFront Squat\n\n"
    shop = f"FREE SHIPPING ON ALL ORDERS\nSkip to content\nOAK & IRON\nShop\n{menu}"
    found = read_text(
        f"{shop}Front Squat\n\nA squat in front.\n\nAT A GLANCE\nTrains – Quads\nLevel – Expert\n\n{TEXT_STEPS}"
    )
    assert (texts(found, "name"), texts(found, "difficulty")) == (["Front Squat"], ["Expert"])


def test_the_stop_that_ends_a_line_of_facts_is_no_part_of_a_value() -> None:
    found = read_text(f"{HEAD}Target: Quads.\nMovement: Bilateral.\n\n{TEXT_STEPS}")
    assert (texts(found, "bilateral"), texts(found, "instructions")) == (["Bilateral"], TWO_STEPS)


@pytest.mark.parametrize("when", ["2d ago", "Femke 2 days ago", "3 months ago"])
def test_what_readers_wrote_below_the_steps(when: str) -> None:
    tips = "Tips\n\nSit tall.\n\nKeep calm.\n\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}{when}\n\nThis helped me a lot, thanks.\n")
    assert texts(found, "safety_tips") == ["Sit tall.", "Keep calm."] and dict(found.extra) == {}


def test_waves_before_the_items_of_a_list() -> None:
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}Tips\n\n~ Sit tall.\n~ Keep calm.\n")
    assert texts(found, "safety_tips") == ["Sit tall.", "Keep calm."]


# --- counting, addresses and pages ----------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["\t", ": "])
def test_tips_and_benefits_that_count(mark: str) -> None:
    rows = [("Tip 1", "Sit tall in it."), ("Tip 2", "Keep calm all the time."), ("Benefit 1", "Legs get strong fast.")]
    rows.append(("Benefit 2", "It costs you nothing."))
    told = "".join(f"{label}{mark}{text}\n" for label, text in rows)
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{told}")
    assert texts(found, "safety_tips") == ["Sit tall in it.", "Keep calm all the time."]
    assert texts(found, "benefits") == ["Legs get strong fast.", "It costs you nothing."]


@pytest.mark.parametrize(
    "head", ["# Goblet Squat\n\nSource: {}\n5 min read\n", "---\ntags: x\n---\nURL: {}\n\n# Goblet Squat\n"]
)
def test_the_address_among_the_first_lines(head: str) -> None:
    address = "https://lifts.example.com/squat"
    assert text_outline(f"{head.format(address)}\n{TEXT_FACTS}{TEXT_STEPS}").url == address
    below = f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{DOSES}Source: {address}\n"
    assert text_outline(below).url is None


def test_steps_right_below_the_facts_are_no_description() -> None:
    facts = "Primary Muscles:\nQuads\n\nEquipment:\nDumbbell\n\nDifficulty:\nBeginner\n\n"
    steps = "Step 1\n\nStand tall.\n\nStep 2\n\nBend the knees.\n\n"
    found = read_text(f"Goblet Squat\n\n{facts}{steps}Coaching Tips\n\nSit tall.\n")
    assert (texts(found, "description"), texts(found, "instructions")) == ([], TWO_STEPS)


def test_numbers_in_a_column_of_their_own_and_heads_of_two_lines() -> None:
    head = f"Lakeside College{' ' * 40}Module 2\n{' ' * 50}Hand-out 6\n\n"
    page = f"{head}Calf Raise\n\nIt is short.\n\n{TEXT_FACTS}Execution\n\n1   Stand tall.\n2   Bend the knees.\n\n"
    found = read_text(f"{page}{head}Coaching points\n\n- Sit tall.\n")
    assert (texts(found, "name"), texts(found, "instructions")) == (["Calf Raise"], TWO_STEPS)


def test_bullets_that_are_shown_as_pictures() -> None:
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}Tips\n\n▪️ Sit tall.\n▪️ Keep calm.\n")
    assert texts(found, "safety_tips") == ["Sit tall.", "Keep calm."]


def test_a_number_below_a_label_that_nobody_knows() -> None:
    ladder = "Force Type\nPush\nExperience Level\nBeginner\nPopularity\n91 %\n\n"
    assert dict(read_text(f"{HEAD}Target Muscle Group\nQuads\n{ladder}{TEXT_STEPS}").extra) == {"Popularity": "91 %"}


def test_what_a_blog_says_below_its_posts() -> None:
    tips = "Tips\n\nSit tall.\n\nKeep calm.\n\nLike this:\n\nLike Loading...\n"
    assert texts(read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}"), "safety_tips") == ["Sit tall.", "Keep calm."]


def test_signs_that_open_folds_before_titles() -> None:
    folds = "▸ How to\n1. Stand tall.\n2. Bend the knees.\n\n▸ Cues\n• Elbows: Keep them in.\n• Load: Light.\n\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{folds}▸ Benefits\n• Legs: They get strong.\n• Cheap: It costs nothing.\n")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Elbows", "Keep them in."), ("Load", "Light.")]
    assert titled(found, "benefits") == [("Legs", "They get strong."), ("Cheap", "It costs nothing.")]


def test_numbered_titles_that_stand_alone_are_no_items() -> None:
    page = "3. GOBLET SQUAT\n---------------\n\nIt is friendly.\n\nTarget ....... Quads\nLevel ........ Beginner\n\n"
    parts = "3.1 PERFORMANCE\n\n  a) Stand tall.\n  b) Bend the knees.\n\n3.2 BENEFITS\n\n  o  Legs get strong.\n\n3.3 SAFETY\n\n  o  Sit tall.\n"
    found = read_text(f"{page}{parts}")
    assert (texts(found, "name"), texts(found, "safety_tips")) == (["GOBLET SQUAT"], ["Sit tall."])
    assert texts(found, "instructions") == TWO_STEPS


BIO = "Ann Bell\n\nAnn writes about lifting since 2014.\n"


@pytest.mark.parametrize(
    "behind",
    [
        f"Headshot of Ann Bell\n{BIO}",
        f"Reactions: ann, rosa and 12 others\n\n{BIO}",
        f"Member\n{BIO}",
        "Records\nLog in to see your records.\n",
    ],
)
def test_what_stands_behind_a_guide_is_no_tip(behind: str) -> None:
    tips = "Tips\n\nHips\nKeep them level.\n\nEyes\nLook ahead.\n\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}{behind}")
    assert titled(found, "safety_tips") == [("Hips", "Keep them level."), ("Eyes", "Look ahead.")]


def test_doses_in_small_letters_with_dashes() -> None:
    benefits = "good for (benefits):\n• Strong legs for stairs.\n• A straight back.\n\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_STEPS}{benefits}plan:\nsets – 4\nreps – 6 to 10\nrest – 2 minutes\n")
    assert titled(found, "tracking") == [("sets", "4"), ("reps", "6 to 10"), ("rest", "2 minutes")]
    assert len(texts(found, "benefits")) == 2


def test_what_somebody_noted_above_the_page() -> None:
    note = "Goblet Squat\n12 November 2022 at 21:07\n\ncopied from the gym app because it needs a login\n\n"
    found = read_text(f"{note}A squat with a weight in front of the chest.\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["A squat with a weight in front of the chest."]


def test_steps_that_go_on_in_one_paragraph() -> None:
    steps = "How I do it\n\n1. Stand tall.\n2. Bend the knees. 3. Pause when the\nelbows touch them. 4. Stand up.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{steps}")
    assert texts(found, "instructions") == [*TWO_STEPS, "Pause when the elbows touch them.", "Stand up."]


def test_a_name_that_is_broken_before_its_last_word() -> None:
    versions = "VARIATIONS\n\nPaused Goblet Squat, Heels-Up Goblet Squat, Landmine\nSquat.\n\nThe end of the page comes here.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{versions}")
    assert texts(found, "variations") == ["Paused Goblet Squat", "Heels-Up Goblet Squat", "Landmine Squat"]


def test_cards_of_other_pages_behind_titled_benefits() -> None:
    benefits = (
        "WHAT IT DOES FOR YOU\n\nStrong legs\nStairs feel shorter.\n\nStraight back\nThe weight keeps you upright.\n\n"
    )
    cards = "MORE FROM THE LIBRARY\n\nSkull Crusher\nREAD MORE\n\nBroad Jump\nREAD MORE\n\nWall Sit\nREAD MORE\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{benefits}{cards}")
    assert titled(found, "benefits") == [
        ("Strong legs", "Stairs feel shorter."),
        ("Straight back", "The weight keeps you upright."),
    ]


def test_a_label_that_its_brackets_explain() -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_STEPS}Prescription\n\nSets:          3\nPause (rest):  90 seconds\n")
    assert titled(found, "tracking") == [("Sets", "3"), ("Pause (rest)", "90 seconds")]


def test_limbs_around_and_are_one_name() -> None:
    found = read_text(f"{TEXT_HEAD}Also known as: Supine Arm and Leg Extension\n\n{TEXT_STEPS}")
    assert texts(found, "aliases") == ["Supine Arm and Leg Extension"]


def test_comments_below_a_pasted_page_state_no_facts() -> None:
    top = "Goblet Squat\n\nPosted on March 5, 2021 by Hank | 2 comments\n\nLevel: Beginner | Equipment: Barbell\n\nA squat.\n\n"
    end = "2 Comments\n\ndave_k says:\nMarch 12, 2021 at 8:14 am\nLevel: sweaty | Equipment: dog on my back\nReply\n"
    found = read_text(f"{top}{TEXT_STEPS}{end}")
    assert texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "equipment") == ["Barbell"]
    above = read_text(
        f"Goblet Squat\n\nBy Ruth\n\nComments (5)\n\nA squat with a weight in front.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert texts(above, "description") == ["A squat with a weight in front."]
    assert texts(above, "target_muscles") == ["Quads"]


def test_signs_that_close_folds_behind_titles() -> None:
    folds = "What do I need? −\nBarbell\n\nHow hard is it? −\nModerate\n\nHow do I do it? −\n1. Stand tall.\n2. Bend the knees.\n"
    found = read_text(f"Goblet Squat\n\nA squat with a weight in front.\n\n{folds}")
    assert texts(found, "equipment") == ["Barbell"]
    assert texts(found, "difficulty") == ["Moderate"]
    assert texts(found, "instructions") == TWO_STEPS


def test_values_in_a_line_above_their_labels() -> None:
    facts = "Advanced\nDIFFICULTY\n\nDip bars\nEQUIPMENT\n\nChest\nTARGET MUSCLES\n\n3\nSETS\n\n6-10\nREPS\n\n"
    found = read_text(f"Chest Dip\n\nYou lean forward, sink and press.\n\nPlay video\n\n{facts}{TEXT_STEPS}")
    assert texts(found, "difficulty") == ["Advanced"]
    assert texts(found, "equipment") == ["Dip bars"]
    assert texts(found, "target_muscles") == ["Chest"]
    assert titled(found, "tracking") == [("SETS", "3"), ("REPS", "6-10")]


def test_a_section_that_no_profile_knows_above_titles_with_dashes() -> None:
    steps = "How to do it\n\nStand tall.\n\nBend the knees.\n\n"
    tips = "Mind this\n\nHeels – Keep them down.\n\nChest – Keep it up.\n\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{steps}{tips}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


def test_a_title_that_is_a_heading_elsewhere_among_titles_of_benefits() -> None:
    pairs = [
        ("Safe load", "You can work hard without a spotter."),
        ("Fine tuning", "Foot position shifts the accent."),
        ("Short learning", "The path is given by the rails."),
    ]
    told = "".join(f"{title}\n{text}\n\n" for title, text in pairs)
    assert titled(read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}WHAT YOU GET\n\n{told}"), "benefits") == pairs


def test_pointed_brackets_before_names_and_pictures_behind_the_name() -> None:
    found = read_text(
        f"Goblet Squat 101 🔥\n\nA squat with a weight.\n\n{TEXT_FACTS}{TEXT_STEPS}VARIATIONS\n\n› Box Squat\n› Front Squat\n"
    )
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]


def test_steps_with_marks_alone_below_the_facts() -> None:
    steps = "Demonstration\n\nStep 1 of 2\nStand tall.\n\nStep 2 of 2\nBend the knees.\n\n"
    assert texts(read_text(f"{TEXT_HEAD}Lesson facts\n\n{TEXT_FACTS}{steps}"), "instructions") == TWO_STEPS


def test_pointers_with_titles_behind_titled_benefits() -> None:
    benefits = "The Benefits\n\nStrong legs\n\nStairs feel shorter.\n\nPosture\n\nThe weight keeps you upright.\n\n"
    pointers = "Form Pointers\n\nHeels: Keep them down.\n\nChest: Keep it up.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{benefits}{pointers}")
    assert len(texts(found, "benefits")) == 2
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]
