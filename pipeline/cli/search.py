"""exercises search"""

from __future__ import annotations

import html
import re
import sys
from typing import Any

import click

from pipeline.cli.backend import opened
from pipeline.cli.context import Context
from pipeline.cli.filters import filter_options, query_of, sort_option
from pipeline.cli.printing import as_json, is_colored, note, plain, styled, table, told
from pipeline.search.query import Hit, Results

_EXCLUSION = re.compile(r"^-(?=[^\W\d_]{3})")
_MARK = re.compile(r"<mark>(.*?)</mark>")


class Search(click.Command):
    """Takes "-jump" for a word that must not be there, and not for the flags -j -u -m -p."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [_EXCLUSION.sub("\N{MINUS SIGN}", arg) for arg in args])


@click.command("search", cls=Search)
@click.argument("words", nargs=-1)
@filter_options
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    help="How many results; 0 for all.",
)
@click.option("--offset", type=click.IntRange(0), default=0, help="Results to skip.")
@sort_option
@click.option("--facets", is_flag=True, help="Count what each further filter would give.")
@click.option("--explain", is_flag=True, help="Say why each exercise was found.")
@click.option("--literal", is_flag=True, help="Take the words as words, not as wishes.")
@click.option("--json", "json_", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(obj: Context, /, words: tuple[str, ...], **given: Any) -> None:
    """Find exercises by words and filters.

    WORDS may be a name ("dumbell rdl"), a wish ("easy hamstring moves no equipment"), or use "phrases", -word, OR and
    field:value. A filter given twice means either; different filters must all hold.
    """
    query = query_of(
        tuple(word.replace("\N{MINUS SIGN}", "-") for word in words),
        given,
        limit=given["limit"],
        offset=given["offset"],
        sort=given["sort"],
        facets=given["facets"] or given["json_"],
        explain=given["explain"],
        literal=given["literal"],
    )
    with opened(obj.root) as engine:
        results = engine.search(query)
    if given["json_"]:
        as_json(to_json(results, explain=query.explain))
        return
    _notes(results)
    _hits(results, explain=query.explain)
    if query.facets:
        _facets(results)


def to_json(results: Results, *, explain: bool = False) -> dict[str, Any]:
    """The answer in the form that programs read (DESIGN: `search --json`)."""
    return {
        "query": results.query,
        "total": results.total,
        "hits": [_hit_json(hit, explain=explain) for hit in results.hits],
        "facets": {k: [v._asdict() for v in values] for k, values in results.facets.items()},
        "understood": {k: list(v) for k, v in results.understood.items()},
        "did_you_mean": results.did_you_mean,
        "relaxed": list(results.relaxed),
        "notes": list(results.notes),
    }


def _hit_json(hit: Hit, *, explain: bool) -> dict[str, Any]:
    names = ("target_muscles", "secondary_muscles", "body_parts", "equipment", "difficulty", "exercise_type")
    found = {
        "id": hit.id,
        "name": hit.name,
        "score": hit.score,
        **{n: hit.card[n] for n in names},
        "highlight": hit.highlight,
    }
    return {**found, "explain": [r._asdict() for r in hit.reasons]} if explain else found


def _notes(results: Results) -> None:
    if results.did_you_mean:
        note(f"searched for: {results.did_you_mean}")
    if results.understood and sys.stderr.isatty():
        shown = "; ".join(f"{kind.replace('_', ' ')}: {', '.join(terms)}" for kind, terms in results.understood.items())
        note(f"understood as {shown} (--literal takes the words as they are)")
    if results.relaxed:
        note(f"nothing fits all of it; left out: {', '.join(results.relaxed)}")
    for sentence in results.notes:
        note(sentence)


def _hits(results: Results, *, explain: bool) -> None:
    if not results.hits:
        note("no exercise found" if not results.total else f"only {results.total} found; lower --offset")
        return
    rows = []
    for hit in results.hits:
        card = hit.card
        why = explained(hit) if explain else _why(hit)
        rows.append((hit.name, muscles(hit), ", ".join(card["equipment"]), card["difficulty"], why, hit.id))
    table(("Exercise", "Muscles", "Equipment", "Level", "Why", "Id"), rows)
    shown = _shown_highlights(results)
    if shown and is_colored():
        for line in shown:
            told(line)
    if results.total > len(results.hits) and sys.stdout.isatty():
        note(f"{len(results.hits)} of {results.total}; --limit shows more")


def muscles(hit: Hit) -> str:
    """The muscles of an exercise: "hamstrings (+ glutes, calves)"."""
    card = hit.card
    secondary = f" (+ {', '.join(card['secondary_muscles'])})" if card["secondary_muscles"] else ""
    return f"{', '.join(card['target_muscles'])}{secondary}"


def _why(hit: Hit) -> str:
    """The reasons for a match in a few words: "hamstrings: target muscle"."""
    return (
        ", ".join(
            r.wish
            if r.found in (r.wish, "equipment", "difficulty", "type", "body part", "target")
            else f"{r.wish}: {r.found}"
            for r in hit.reasons
            if not r.bonus
        )
        or "all"
    )


def explained(hit: Hit) -> str:
    """Every reason with the points that it counts, and their sum, the score."""
    reasons = [f"{r.wish}: {r.found} +{r.points:g}" if r.points else f"{r.wish}: {r.found}" for r in hit.reasons]
    return f"{', '.join(reasons) or 'all'} = {hit.score:g}"


def _shown_highlights(results: Results) -> list[str]:
    """The lines in which the words stand outside the name, where that is why an exercise was found."""
    lines = []
    for hit in results.hits[:3]:
        text = hit.highlight
        if text and plain(html.unescape(_MARK.sub(r"\1", text))) not in hit.name:
            marked = _MARK.sub(
                lambda m: styled(plain(html.unescape(m.group(1))), "mark", colored=True), html.unescape(text)
            )
            lines.append(f"{styled(hit.name, 'bold', colored=True)}: {marked}")
    return lines


def _facets(results: Results) -> None:
    for kind, values in results.facets.items():
        shown = ", ".join(f"{'*' if v.selected else ''}{v.value} {v.count}" for v in values[:12])
        more = f", and {len(values) - 12} more" if len(values) > 12 else ""
        told(f"{kind.replace('_', ' ')}: {shown}{more}")
