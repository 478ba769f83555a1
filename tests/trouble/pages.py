"""Pages in the shape of the source page's family, as copied text and as HTML, in words of our own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

STEPS = (
    "Lie prone along a flat bench so that your kneecaps hang just past its edge.",
    "Grip the legs of the bench and press your hips into the pad.",
    "Draw both heels towards your seat without arching your back.",
    "Hold the squeeze for one slow count.",
    "Lower your feet under control until your knees are straight, then go again.",
)
BENEFITS = (
    ("Stronger Hamstrings", "The back of the thigh does nearly all of the work here."),
    ("Friendly to the Spine", "The pad carries your trunk, so nothing presses on your back."),
    ("Little Kit", "Any sturdy bench will do, at home or in a park."),
    ("Better Sprinting", "Hamstrings that can brake the shin make running safer."),
)
TIPS = (
    ("Warm the Knees", "Spend a few minutes walking before the first set."),
    ("Check the Bench", "Make sure that it cannot tip when your weight moves."),
    ("Move Slowly", "Swinging takes the load away from the muscle."),
    ("Keep the Hips Down", "Lifting them hands the work to your lower back."),
    ("Mind Cramps", "Stop and stretch as soon as the calf tightens."),
    ("Breathe Steadily", "Let air out while you curl and in while you lower."),
    ("End in Good Form", "A set is over once the lowering turns into a drop."),
    ("Rest Enough", "Give the same muscles two days before they work again."),
)
TRACKING = (
    ("Sets", "Note how many rounds you did; three is a sound start."),
    ("Reps", "Write down the number in every round and aim to add one."),
)


@dataclass(frozen=True)
class Exercise:
    """What a page says. Terms are written as the page's family writes them."""

    name: str = "Inverse Leg Curl (bench Support)"
    description: str = "A curl for the back of the thigh, done face down with nothing but your own legs as the load."
    body_parts: str = "Upper Legs"
    target: tuple[str, ...] = ("Hamstrings",)
    secondary: tuple[str, ...] = ("Glutes", "Calves")
    equipment: str = "Body Weight"
    difficulty: str = "Intermediate"
    type: str = "Strength"
    bilateral: str = "Yes"
    steps: tuple[str, ...] = STEPS
    benefits: tuple[tuple[str, str], ...] = BENEFITS
    tips: tuple[tuple[str, str], ...] = TIPS
    tracking: tuple[tuple[str, str], ...] = TRACKING

    def facts(self) -> list[tuple[str, str]]:
        return [
            ("Body Parts", self.body_parts),
            ("Target Muscles", spoken(self.target)),
            ("Secondary Muscles", spoken(self.secondary) or "None"),
            ("Equipment", self.equipment),
            ("Difficulty", self.difficulty),
            ("Exercise Type", self.type),
            ("Bilateral", self.bilateral),
        ]

    def but(self, **changes: object) -> Exercise:
        return replace(self, **changes)  # type: ignore[arg-type]


LEG_CURL = Exercise()


def spoken(words: tuple[str, ...]) -> str:
    """Hamstrings; Glutes and Calves; Glutes, Calves and Abs."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def text_page(exercise: Exercise = LEG_CURL) -> str:
    """The page as somebody copies it out of a browser: labels and values, and chips, run together."""
    name = exercise.name
    paragraphs = [
        "← Back to Exercises",
        name,
        exercise.description,
        "Quick Facts",
        "\n".join(label + value for label, value in exercise.facts()),
        f"How to Do {name}",
        f"This is how {name} goes, from the first position to the last.",
        "\n".join(f"  {number}. {step}" for number, step in enumerate(exercise.steps, 1)),
        "Muscles Worked",
        f"Knowing what {name} trains makes it easier to place in your week.",
        "Target Muscles",
        "These do most of the lifting and gain the most from it.",
        "".join(exercise.target),
        *(
            ("Secondary Muscles", "These help along the way.", "".join(exercise.secondary))
            if exercise.secondary
            else ()
        ),
        f"Benefits of {name}",
        f"There are good reasons to make room for {name}.",
        "\n".join(f"  • {title}: {text}" for title, text in exercise.benefits),
        "Safety Tips and Precautions",
        f"A little care keeps {name} harmless.",
        "\n".join(f"  • {title}: {text}" for title, text in exercise.tips),
        "Tracking Your Progress",
        f"To see whether {name} pays off, keep a record of these:",
        *(part for metric in exercise.tracking for part in metric),
        "Ready to Start Training?",
        f"Put {name} into a plan that was made for you.",
        "Create Your Free Plan",
    ]
    return "\n\n".join(part for part in paragraphs if part)


def html_page(exercise: Exercise = LEG_CURL, *, charset: str | None = "utf-8", url: str = "") -> str:
    """The page as a browser saves it, with everything that stands around the content."""
    name = escape(exercise.name)
    saved = f"<!-- saved from url=({len(url):04d}){url} -->\n" if url else ""
    meta = f'<meta charset="{charset}">' if charset else ""
    facts = "".join(
        f'<div class="fact"><span>{label}</span><span>{escape(value)}</span></div>' for label, value in exercise.facts()
    )
    return f"""<!DOCTYPE html>
{saved}<html lang="en"><head>{meta}<title>{name} | Example Gym</title>
<script>window.tracker = "Ready to steal your attention";</script><style>.fact {{ display: flex }}</style></head>
<body>
<header><nav><a href="/">Home</a> <a href="/exercises">Exercises</a> <a href="/pricing">Pricing</a></nav></header>
<div class="cookie-banner" role="dialog"><p>We use cookies to make this site better.</p><button>Accept all</button></div>
<main>
<a href="/exercises">← Back to Exercises</a>
<h1>{name}</h1>
<p>{escape(exercise.description)}</p>
<section><h2>Quick Facts</h2>{facts}</section>
<section><h2>How to Do {name}</h2><p>This is how {name} goes, from the first position to the last.</p>
<ol>{"".join(f"<li>{escape(step)}</li>" for step in exercise.steps)}</ol></section>
<section><h2>Muscles Worked</h2><p>Knowing what {name} trains makes it easier to place in your week.</p>
<h3>Target Muscles</h3><p>These do most of the lifting and gain the most from it.</p>{_chips(exercise.target)}
<h3>Secondary Muscles</h3><p>These help along the way.</p>{_chips(exercise.secondary)}</section>
<section><h2>Benefits of {name}</h2><p>There are good reasons to make room for {name}.</p>
{_titled(exercise.benefits)}</section>
<section><h2>Safety Tips and Precautions</h2><p>A little care keeps {name} harmless.</p>{_titled(exercise.tips)}</section>
<section><h2>Tracking Your Progress</h2><p>To see whether {name} pays off, keep a record of these:</p>
{"".join(f"<h3>{escape(metric)}</h3><p>{escape(text)}</p>" for metric, text in exercise.tracking)}</section>
<section><h2>Ready to Start Training?</h2><p>Put {name} into a plan that was made for you.</p>
<a href="/plan">Create Your Free Plan</a></section>
</main>
<aside><h2>Related Exercises</h2><ul><li><a href="/a">Sissy Squat</a></li><li><a href="/b">Hip Thrust</a></li></ul></aside>
<footer><p>© Example Gym. All rights reserved.</p><form><label>Newsletter <input></label></form></footer>
</body></html>
"""


def _chips(words: tuple[str, ...]) -> str:
    return f'<div class="chips">{"".join(f"<span>{escape(word)}</span>" for word in words)}</div>'


def _titled(entries: tuple[tuple[str, str], ...]) -> str:
    return f"<ul>{''.join(f'<li><strong>{escape(t)}:</strong> {escape(x)}</li>' for t, x in entries)}</ul>"


CHROME = (
    "Back to Exercises",
    "Home",
    "Pricing",
    "cookies",
    "Accept all",
    "tracker",
    "This is how",
    "Knowing what",
    "These do most",
    "These help along",
    "There are good reasons",
    "A little care",
    "keep a record of these",
    "Ready to",
    "made for you",
    "Create Your",
    "Related Exercises",
    "Sissy Squat",
    "Hip Thrust",
    "All rights",
    "Newsletter",
)
"""Words that stand around the content of these pages and must never reach a record."""


SMALL = {
    e.name: e
    for e in (
        LEG_CURL,
        LEG_CURL.but(
            name="Barbell Back Squat",
            target=("Quads",),
            secondary=("Glutes", "Hamstrings", "Lower Back"),
            equipment="Barbell",
        ),
        LEG_CURL.but(
            name="Dumbbell Curl",
            body_parts="Upper Arms",
            target=("Biceps",),
            secondary=("Forearms",),
            equipment="Dumbbell",
            difficulty="Beginner",
        ),
        LEG_CURL.but(
            name="One Arm Dumbbell Row",
            body_parts="Back",
            target=("Lats",),
            secondary=("Biceps",),
            equipment="Dumbbell",
            difficulty="Beginner",
            bilateral="No",
        ),
        LEG_CURL.but(
            name="Bench Dip",
            body_parts="Upper Arms",
            target=("Triceps",),
            secondary=("Chest",),
            equipment="Bench",
            difficulty="Beginner",
        ),
        LEG_CURL.but(
            name="Standing Calf Raise", body_parts="Lower Legs", target=("Calves",), secondary=(), difficulty="Beginner"
        ),
        LEG_CURL.but(
            name="Kettlebell Swing", target=("Glutes",), secondary=("Hamstrings", "Lower Back"), equipment="Kettlebell"
        ),
        LEG_CURL.but(
            name="Box Jump",
            target=("Quads",),
            secondary=("Glutes", "Calves"),
            equipment="Box",
            difficulty="Advanced",
            type="Plyometrics",
        ),
        LEG_CURL.but(
            name="Lying Hamstring Stretch",
            target=("Hamstrings",),
            secondary=("Calves",),
            difficulty="Beginner",
            type="Stretching",
            bilateral="No",
        ),
        LEG_CURL.but(
            name="Forearm Plank", body_parts="Waist", target=("Abs",), secondary=("Obliques",), difficulty="Beginner"
        ),
        LEG_CURL.but(
            name="Dumbbell Bench Press",
            body_parts="Chest",
            target=("Chest",),
            secondary=("Triceps", "Front Deltoids"),
            equipment="Dumbbell, Bench",
        ),
        LEG_CURL.but(
            name="Seated Leg Press",
            target=("Quads",),
            secondary=("Glutes",),
            equipment="Leg Press Machine",
            difficulty="Beginner",
        ),
        LEG_CURL.but(
            name="Stationary Bike Ride",
            body_parts="Cardio",
            target=("Cardiovascular System",),
            secondary=("Quads",),
            equipment="Stationary Bike",
            difficulty="Beginner",
            type="Cardio",
        ),
        LEG_CURL.but(
            name="Pistol Squat", target=("Quads",), secondary=("Glutes",), difficulty="Advanced", bilateral="No"
        ),
    )
}
"""A small collection in which every filter has something to choose between."""
