"""What decent records say and no rule about contradictions may take for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import rules
from pipeline.records import Exercise, Metric, TitledText
from pipeline.settings import Settings

CONSISTENT = rules.chosen(["consistent"])
PRESS = Exercise(
    id="press",
    name="Press",
    body_parts=("chest",),
    target_muscles=("chest",),
    equipment=("dumbbell",),
    difficulty="intermediate",
    exercise_type="strength",
    bilateral=True,
    instructions=("Lie down with a dumbbell in each hand.", "Press both up."),
    tracking=(Metric("reps", "Count them."),),
)


def found(exercise: Exercise) -> set[str]:
    return {issue.code for issue in rules.check_record(exercise, rules.Context(Settings()), CONSISTENT)}


@pytest.mark.parametrize(
    ("equipment", "step"),
    [
        ("body weight", "Imagine a bar across your shoulders and sit back."),
        ("body weight", "Keep the arms as if you held a barbell."),
        ("body weight", "Hold on to a bar or a door frame."),
        ("body weight", "Walk the hands forward until the body is as straight as in a bench press."),
        ("body weight", "Do not lean on a bench."),
        ("body weight", "Stand an arm's length from a wall and lean against the wall."),
        ("body weight", "If the floor is too low, use a bench."),
        ("barbell", "Set the bar at the bar's usual height and grip the barbell."),
        ("barbell", "Lift the bar from the rack until it clears the hooks."),
        ("ez bar", "Hold the bar with both hands on the slanted parts."),
        ("trap bar", "Step into the bar and grip both handles of the bar."),
        ("smith machine", "Unlock the bar and lower it, the bench set flat below."),
        ("cable", "Pull the bar down to the collarbones and let it up slowly."),
        ("machine", "Sit on the bench of the machine and take the bar."),
        ("pull-up bar", "Hang from the bar with straight arms."),
        ("dip station", "Push yourself up on the bars until the arms are straight."),
        ("kettlebell", "Swing until the bell floats at chest height."),
        ("dumbbell", "Sit on the bench press station's edge only when the arms tire."),
        ("weight plate", "Hold the plate like a steering wheel."),
        ("other", "Lie on a bench and take the bar."),
        ("weighted", "Hang from the bar with a weight between the feet."),
        ("barbell", "Ask a partner to help if the last rep is in doubt."),
        ("barbell", "Let a partner stand by to spot you."),
        ("barbell", "Take the bar; a spotter is advised, so ask a partner to hand it to you."),
        ("barbell", "Keep your back straight, as if you stood against a wall."),
        ("cable", "Turn the forearms until your thumbs point at the wall behind you."),
        ("resistance band", "Hook the band to the wall mount and step away."),
        ("other", "Your partner pushes against your leg."),
        ("dumbbell", "For added load, hold a medicine ball between the feet."),
        ("body weight", "Lower to the floor. Variations: Take a dumbbell. Lie on a bench with it."),
        ("body weight", "To make it harder, put the feet on a bench."),
        ("machine", "Step on the treadmill and choose a speed."),
        ("machine", "Put a block below the bar of the smith machine."),
        ("cable", "Sit down on the rowing machine and take the handle."),
        ("cable", "Attach the curl bar to the low pulley."),
        ("cable", "Fix the EZ bar attachment to the pulley."),
        ("body weight", "Hold the arms where they would carry a barbell."),
        ("body weight", "Sit back as though reaching for a bench behind you."),
        ("body weight", "Once this is easy, hold a dumbbell at the chest."),
        ("body weight", "Progress by holding a dumbbell in each hand."),
        ("body weight", "In later weeks add a dumbbell."),
        ("body weight", "Put a foam roller under the ankles for comfort."),
        ("body weight", "Lie on a bench or a step. Take the foot below the bench."),
        ("body weight", "Ask your partner to count for you."),
        ("body weight", "Work in pairs: while your partner rests, you move."),
        ("resistance band", "Stand on the band and press as with a barbell."),
        ("kettlebell", "Keep the elbow high, the way a barbell is racked."),
        ("barbell", "Stop as high as in an upright row on the cable machine."),
        ("barbell", "Let a partner hand you the bar."),
        ("barbell", "Have a partner ready to take the bar."),
        ("barbell", "Get a partner to lift the bar out with you."),
        ("bosu ball", "Touch the wall for balance."),
        ("dumbbell", "Hold one dumbbell, touch the wall lightly with the other hand."),
        ("weight plate", "Take a barbell plate with both hands."),
    ],
)
def test_a_step_that_takes_no_other_tool_for_granted(equipment: str, step: str) -> None:
    assert found(replace(PRESS, equipment=(equipment,), instructions=("Begin without hurry.", step))) == set()


def test_a_tool_that_the_name_says_is_no_surprise() -> None:
    steps = ("Lie face down on a bench.", "Bend the knees.")
    curl = replace(PRESS, name="Leg Curl (Bench Support)", equipment=("body weight",), instructions=steps)
    assert found(curl) == set()
    assert found(replace(curl, name="Leg Curl")) == {"tool-unlisted"}


@pytest.mark.parametrize(
    ("name", "equipment"),
    [
        ("Barbell Curl", "ez bar"),
        ("Barbell Deadlift", "trap bar"),
        ("Barbell Squat", "smith machine"),
        ("Smith Machine Bench Press", "machine"),
        ("Jogging, Treadmill", "machine"),
        ("Elliptical Trainer", "machine"),
        ("Lever Chest Press", "machine"),
        ("Front Lever Raise", "pull-up bar"),
        ("IT Band Roll", "foam roller"),
        ("Hammer Curl", "dumbbell"),
        ("Bench Press", "barbell"),
        ("Box Squat", "barbell"),
        ("Chair Pose", "body weight"),
        ("T-Bar Row", "barbell"),
        ("Dumbbell or Kettlebell Swing", "kettlebell"),
        ("Barbell-Free Hip Thrust", "body weight"),
        ("Plate-Loaded Row", "machine"),
        ("Bodyweight Row", "suspension trainer"),
        ("Landmine Press", "barbell"),
        ("Cable Rope Pushdown", "cable"),
        ("Bicycle Crunch", "body weight"),
        ("Spring Deadlift", "barbell"),
        ("Bodyweight Flyes", "ez bar"),
        ("Bodyweight Skull Crusher", "barbell"),
        ("Bodyweight Inverted Row", "smith machine"),
        ("Bodyweight Row", "dip station"),
        ("EZ Bar Cable Curl", "cable"),
        ("EZ-Bar Attachment Pushdown", "cable"),
        ("Cable Barbell Curl", "cable"),
    ],
)
def test_a_name_that_fits_its_equipment(name: str, equipment: str) -> None:
    assert found(replace(PRESS, name=name, equipment=(equipment,), instructions=("Begin.", "End."))) == set()


@pytest.mark.parametrize(
    ("name", "equipment"),
    [
        ("Bodyweight Squat", "barbell"),
        ("Bodyweight Lunge", "dumbbell"),
        ("EZ Bar Curl", "barbell"),
        ("EZ Bar Curl", "cable"),
        ("Barbell Curl", "cable"),
        ("Dumbbell Row", "barbell"),
        ("Cable Crossover", "dumbbell"),
        ("Kettlebell Swing", "dumbbell"),
    ],
)
def test_a_name_that_says_another_tool(name: str, equipment: str) -> None:
    other = replace(PRESS, name=name, equipment=(equipment,), instructions=("Begin.", "End."))
    assert found(other) == {"name-equipment"}


@pytest.mark.parametrize(
    ("equipment", "step"),
    [
        ("dumbbell", "Lie on a flat bench with the weights above you."),
        ("body weight", "Hang from the bar with straight arms."),
        ("body weight", "Lie on a bench or the floor. Then take the dumbbell in both hands."),
        ("cable", "Sit on the exercise ball with your back to the tower."),
        ("barbell", "Hold a dumbbell in each hand and stand up."),
    ],
)
def test_a_tool_that_is_used_and_not_listed(equipment: str, step: str) -> None:
    assert found(replace(PRESS, equipment=(equipment,), instructions=("Begin.", step))) == {"tool-unlisted"}


@pytest.mark.parametrize(
    ("name", "muscle", "part"),
    [
        ("Back Squat", "quadriceps", "upper legs"),
        ("Standing Hamstring and Calf Stretch", "hamstrings", "upper legs"),
        ("Chin to Chest Stretch", "neck", "neck"),
        ("Reverse Calf Raise", "shins", "lower legs"),
        ("Behind-the-Neck Press", "shoulders", "shoulders"),
        ("Knees to Chest", "abdominals", "waist"),
        ("Chest-Supported Row", "upper back", "back"),
        ("Quadruped Rock", "hips", "upper legs"),
        ("Seated Shoulder Press", "side deltoids", "shoulders"),
        ("Shrug", "traps", "shoulders"),
        ("Plank", "core", "waist"),
        ("Hanging Knee Raise", "hip flexors", "waist"),
        ("Superman", "lower back", "waist"),
        ("Chest and Front of Shoulder Stretch", "chest", "chest"),
    ],
)
def test_muscles_that_fit_name_and_body_part(name: str, muscle: str, part: str) -> None:
    same = replace(PRESS, name=name, target_muscles=(muscle,), body_parts=(part,))
    assert found(replace(same, exercise_type="mobility")) == set()


@pytest.mark.parametrize(
    "step",
    [
        "Alternate sides with every repetition.",
        "Jump and switch legs in the air.",
        "Twist to the left, then to the other side.",
        "Hold for two seconds at the top.",
        "Hold the top for 5 to 10 seconds.",
        "Hold for ten seconds at the most.",
        "Rotate the trunk to one side, then to the other side.",
        "Rest for 60 seconds between sets.",
        "Lower for three seconds.",
        "Keep the other leg still.",
        "Let both arms sink to the sides.",
        "Switch legs at a fast pace.",
        "Swap arms in a steady rhythm.",
        "Kick one leg up, then switch legs without a pause.",
        "Push back and switch legs, so that each leg gets ten.",
        "Switch legs after each lunge.",
        "Switch sides in a pedalling motion.",
        "Turn the trunk, then swap sides in one flowing movement.",
        "Open one knee to the side, close it and switch legs.",
        "Keep switching sides until you have touched ten cones.",
    ],
)
def test_sides_and_times_that_need_no_other_facts(step: str) -> None:
    assert found(replace(PRESS, instructions=("Lie down.", step))) == set()


@pytest.mark.parametrize(
    "said", ["for 30 seconds", "for one minute", "for half a minute", "for twenty to thirty seconds"]
)
def test_a_long_hold_is_found_in_figures_and_in_words(said: str) -> None:
    assert found(replace(PRESS, instructions=("Lie down.", f"Stay there {said}."))) == {"hold-without-time"}


@pytest.mark.parametrize(
    "step",
    [
        "Switch sides and repeat.",
        "Switch legs.",
        "Repeat ten times, then switch legs.",
        "Finish the set before you change arms.",
        "Hold it for five seconds, then switch sides.",
        "Change arms when the set is done.",
        "Do all repetitions, then repeat with the other leg.",
    ],
)
def test_sides_that_change_between_sets(step: str) -> None:
    assert found(replace(PRESS, instructions=("Lie down.", step))) == {"switch-sides"}


def test_a_rotation_of_one_arm_has_sides_to_switch() -> None:
    steps = ("Rotate the arm outward.", "Finish the set, then switch sides.")
    rotation = replace(PRESS, name="External Rotation", instructions=steps)
    assert found(rotation) == {"switch-sides"}


def test_a_drill_switches_legs_within_a_set() -> None:
    drill = replace(PRESS, exercise_type="plyometrics", instructions=("Drive one knee up.", "Switch legs and repeat."))
    assert found(drill) == set()
    assert found(replace(drill, exercise_type="strength")) == {"switch-sides"}


@pytest.mark.parametrize("listed", ["partner", "wall"])
def test_a_partner_or_a_wall_that_the_equipment_lists_is_no_surprise(listed: str) -> None:
    steps = (
        "Stand with the ball at your chest.",
        f"Throw it to {'your partner' if listed == 'partner' else 'the wall'}.",
    )
    throw = replace(PRESS, equipment=("medicine ball", listed), instructions=steps)
    checked = rules.check_record(throw, rules.Context(Settings()))
    assert not {issue.code for issue in checked} & {"support-unlisted", "unknown-term"}
    assert found(replace(throw, equipment=("medicine ball",))) == {"support-unlisted"}


@pytest.mark.parametrize(
    "claim",
    [
        "It needs no equipment beyond two dumbbells.",
        "No other equipment is needed.",
        "No special equipment is required.",
        "Little or no rest keeps the pulse up.",
        "The equipment takes up no room.",
        "A machine requires no balance.",
        "Apart from the dumbbells no equipment is needed.",
        "It can also be done without equipment, with bottles for instance.",
        "The push-up, which needs no equipment, trains the same muscles.",
        "No equipment is needed, only a pair of dumbbells.",
        "Two weights are the only kit you carry: no gym equipment required.",
    ],
)
def test_claims_that_are_none(claim: str) -> None:
    assert found(replace(PRESS, benefits=(TitledText("Small", claim),))) == set()


@pytest.mark.parametrize(
    "claim",
    [
        "This exercise requires no equipment and can be done anywhere.",
        "It needs no equipment, which makes it ideal if you travel.",
        "Train anywhere, without any equipment.",
    ],
)
def test_claims_that_the_equipment_contradicts(claim: str) -> None:
    assert found(replace(PRESS, description=claim)) == {"no-equipment-claim"}


@pytest.mark.parametrize("level", ["beginner", "intermediate", "advanced"])
@pytest.mark.parametrize(
    "claim",
    [
        "Master the easier version before this one, which is not ideal for beginners to rush.",
        "It prepares you for an advanced exercise such as the muscle-up.",
        "Easier than an advanced movement, harder than a plank.",
        "Beginners and advanced lifters alike gain from it.",
        "Suitable for beginners only under the eye of a coach.",
        "A great exercise for beginners is the goblet squat; this is the next step.",
        "Far from beginner-friendly, it takes months to learn.",
        "Less beginner-friendly than the machine.",
        "It is rarely suitable for beginners.",
        "Too hard to be recommended for beginners.",
        "The kneeling form is ideal for beginners.",
        "If you look for something beginner-friendly, choose the leg press.",
        "Done on one leg, this is a truly advanced exercise.",
        "Adding a jump makes this an advanced move.",
        "Heavy loads are not advised for beginners.",
        "High speed is not appropriate for beginners.",
    ],
)
def test_levels_that_are_only_mentioned(level: str, claim: str) -> None:
    assert found(replace(PRESS, difficulty=level, description=claim)) == set()
