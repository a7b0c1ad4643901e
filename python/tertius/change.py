"""What changed between two waves or periods.

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/change/ and the
examples in python/examples/change/: change those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertius._measure import found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius._frame import Result
    from tertius.network import Network
    from tertius.study import Study

__all__ = [
    "actors",
    "closure",
    "groups",
    "localities",
    "pairs",
    "participation",
    "routes",
    "ties",
]


def actors(
    net: Network | Study,
    *,
    by: str = "sector",
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""Who stayed, joined or left between two waves or periods, which ties each kept, gained and lost, and its part as a broker at both times.

    ```text
    before, after    ties of the actor at either time, as known
    of dyads observed at both times, with actors present at both:
    kept  tied at both         gained  tied after alone       lost  tied before alone
    not_observed     ties whose dyad was not observed at one of the times
    of_joiners       ties with somebody who joined, or of the actor if it did
    of_leavers       ties with somebody who left, or of the actor if it did
    brokerage_before, brokerage_after   pairs brokered in all roles (Gould and Fernandez)
    role_before, role_after             the role it has most often; several, if as often
    ```

    A tie lost because the other end left, or did not answer, is not the actor's loss: it stands in a column
    of its own. before = kept + lost, and after = kept + gained, but for those columns. Directed ties count
    whichever way they go, each way by itself. Brokerage counts ordered pairs, in an undirected network each
    pair twice, as `actor brokerage` does, and takes ties that are known at that time; with more non-response
    at one time than at the other it is not comparable.

    `before` and brokerage_before are undefined for whoever joined, `after` and brokerage_after for whoever
    left, brokerage also for actors of no or of several groups. Groups at both times are shown, so that a
    change of sector is seen; with waves, most attributes are on record once and stay.

    # Variants

    An actor is present if it is in the network of that time: see `change ties`. A group that was counted and
    not named is left out of a network where it has no tie, and so seems to join with its first.

    # Source

    Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction
    networks, *Sociological Methodology* 19, doi:10.2307/270949; Snijders, van de Bunt and Steglich (2010),
    Introduction to stochastic actor-based models for network dynamics, *Social Networks* 32,
    doi:10.1016/j.socnet.2009.02.004. Time O(n + m log m) beside that of brokerage.

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({
        ...     "organisations": {"id": ["uni", "hub", "college"], "sector": ["HE", "LA", "FE"]},
        ...     "ties": {
        ...         "from": ["uni", "hub", "uni", "hub", "uni"],
        ...         "to": ["hub", "college", "hub", "college", "college"],
        ...         "wave": [1, 1, 2, 2, 2], "directed": ["no"] * 5,
        ...     },
        ... })
        >>> found = tt.change.actors(study)
        >>> found.select("actor", "before", "after", "gained").rows()
        [('uni', 1.0, 2.0, 1), ('hub', 2.0, 2.0, 0), ('college', 1.0, 2.0, 1)]
        >>> found.value("hub", "brokerage_before"), found.value("hub", "brokerage_after")
        (2.0, 0.0)
    """
    return found("change actors", net, {"by": by, "from": from_, "to": to, "without": without})


def closure(
    net: Network | Study,
    *,
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    crossing: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""Whether brokers made themselves superfluous: how many of the pairs that an actor stood between at one time are tied directly at a later one.

    ```text
    brokered      pairs (a, b) with a – v – b and no tie a – b before, which was observed
    alone         those that v alone stood between
    closed        tied directly after                       closed_alone  the same, of those alone
    still         not tied; v still stands between          by_others     not tied; others do, v does not
    apart         not tied, and no partner in common        left          an end was no longer there
    not_observed  whether they are tied was not observed after
    share_closed  = closed / (brokered − left − not_observed)
    share_other   = other_closed / other_pairs: the same of all pairs without a tie before that v did
                    not stand between and is no end of, observed at both times
    brokered_after  pairs that v stands between at the later time
    ```

    A convenor who brings people together works itself out of a job: pairs it brokered close, and share_closed
    lies above share_other. If pairs fall `apart` instead, it left before they had met. Closure alone does
    not show that the broker made it: brokered pairs are near each other anyway. Compare also those it
    brokered `alone`, whom nobody else could have brought together.

    In a directed network a pair is ordered: v stands between on a → v → b, and a → b closes it. A pair
    with several brokers counts for each. Ties on the way to or from the broker are those that are known.
    `crossing = sector` keeps to pairs of different, known sectors. Shares are undefined where an actor
    brokered no pair, or none of which it is known what became, and where there is no other pair; everything
    of before for whoever joined, brokered_after for whoever left.

    # Variants

    `change routes through` tells of all pairs, by whether one actor joins them. Transitivity counts closed
    two-paths at one time only, and does not say which were open before.

    # Source

    Obstfeld (2005), Social networks, the tertius iungens orientation, and involvement in innovation,
    *Administrative Science Quarterly* 50, doi:10.2189/asqu.2005.50.1.100, has the broker who joins; Gould and
    Fernandez (1989), Structures of mediation, *Sociological Methodology* 19, doi:10.2307/270949, the pair that
    is brokered. The count is ours. Time O(Σ k² · k) for degrees k, at most.

    Args:
        net: the network, or a study, of which its own view is taken.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        crossing: attribute such as sector: only pairs whose ends differ in it count; all unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({
        ...     "organisations": {"id": ["uni", "hub", "college"], "sector": ["HE", "LA", "FE"]},
        ...     "ties": {
        ...         "from": ["uni", "hub", "uni", "hub", "uni"],
        ...         "to": ["hub", "college", "hub", "college", "college"],
        ...         "wave": [1, 1, 2, 2, 2], "directed": ["no"] * 5,
        ...     },
        ... })
        >>> found = tt.change.closure(study)
        >>> found.value("hub", "brokered"), found.value("hub", "closed")  # its pair needs it no more
        (1.0, 1.0)
    """
    return found("change closure", net, {"from": from_, "to": to, "crossing": crossing, "without": without})


def groups(
    net: Network | Study,
    *,
    by: str = "sector",
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""How many ties were kept, gained and lost between each two groups, from one wave or period to another.

    ```text
    before, after  ties between the two groups at either time, as known
    dyads          pairs of actors present at both times that were observed at both; of them
                   kept    tied at both        gained  tied after alone        lost  tied before alone
    jaccard = kept / (kept + gained + lost)   retention = kept / (kept + lost)
    birth   = gained / (dyads − kept − lost)
    not_observed_before, not_observed_after, known_from_others, of_joiners, of_leavers
                   ties of which no change can be told: see `change ties`
    ```

    Where did the new ties come from? Birth compares groups of any size: it is the share of open pairs of
    these two groups that became ties. A tie that nobody was there to tell of at one of the times, or one
    end of which came or went, is neither gained nor lost, and has a column of its own.

    Without direction a pair of groups has one row; directed ties go from the first group to the second.
    An actor whose group is not known, and one in several or whose group changed between the two times,
    is shown in rows of its own (`not known`, `several`), where it has ties. Jaccard is undefined where there
    is no tie at either time, retention where there was none before, birth where every dyad had one.
    Strengths do not count.

    # Variants

    `change ties crossing sector` takes all pairs of different sectors together. `change localities` looks at
    what is inside each group, and whether it changed more than chance has it.

    # Source

    Jaccard (1912), The distribution of the flora in the alpine zone, *New Phytologist* 11,
    doi:10.1111/j.1469-8137.1912.tb05611.x; Snijders, van de Bunt and Steglich (2010), Introduction to
    stochastic actor-based models for network dynamics, *Social Networks* 32,
    doi:10.1016/j.socnet.2009.02.004. Time O(n + m log m + groups²).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({
        ...     "organisations": {"id": ["uni", "poly", "college"], "sector": ["HE", "HE", "FE"]},
        ...     "ties": {
        ...         "from": ["uni", "uni", "poly"], "to": ["poly", "poly", "college"],
        ...         "wave": [1, 2, 2], "directed": ["no"] * 3,
        ...     },
        ... })
        >>> found = tt.change.groups(study, by="sector")
        >>> found.select("from_group", "to_group", "before", "after", "gained").rows()
        [('HE', 'HE', 1, 1, 0), ('HE', 'FE', 0, 1, 1), ('FE', 'FE', 0, 0, 0)]
    """
    return found("change groups", net, {"by": by, "from": from_, "to": to, "without": without})


def localities(
    net: Network | Study,
    *,
    by: str = "locality",
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    crossing: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""How ties inside each locality, and those that leave it, changed from one wave or period to another, and whether it changed more than others.

    ```text
    inside, across    ties with both ends, or one, in the group, at either time (directed: out and in)
    dyads             pairs inside observed at both times; of them gained and lost ties
    density_change  = (gained − lost) / dyads
    expected        = G · u / U − L · t / T    G, L  ties gained and lost inside any group
                      u, t  pairs inside this group without and with a tie before     U, T  inside any
    p_low, p_high     probability of a net change (gained − lost) as low, or as high, if the G ties had
                      come to any of the U pairs and the L been lost by any of the T (hypergeometric)
    p               = min(1, 2 min(p_low, p_high))      z = (gained − lost − expected) / sd
    p_adjusted        p, allowing for as many groups as are tested (Holm)
    ```

    A locality with more pairs gains more ties without getting better at it: the test deals what was gained,
    and what was lost, to the pairs that could gain or lose one, as many to each group as it has such pairs. Its
    probabilities are exact. With few pairs only great differences show; that none shows is no proof that
    there is none. Ties hang together, which deals do not know: take p as a guide.

    An actor in several groups is inside each; one of unknown group in none. With `crossing = sector` only
    pairs of different sectors count: are colleges and charities of one county tied? `across` then counts
    those that leave. Ties of joiners, of leavers and of dyads not observed at both times are in the first
    columns and not in the test. Densities are undefined without an observed pair inside; z and all
    probabilities where every deal gives the same.

    # Variants

    `by` takes any grouping. The two directions of change could be dealt apart: `change groups` shows birth and
    retention. Comparing counts of ties without their pairs, as reports often do, favours large places.

    # Source

    Good (2005), *Permutation, Parametric and Bootstrap Tests of Hypotheses*, doi:10.1007/b138696; Snijders, van
    de Bunt and Steglich (2010), Introduction to stochastic actor-based models for network dynamics, *Social
    Networks* 32, doi:10.1016/j.socnet.2009.02.004. Time O(n + m log m + groups · G).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: locality, sector, kind or a column of your own.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        crossing: attribute such as sector: only pairs whose ends differ in it count; all unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> found = tt.change.localities(study)
        >>> found.value("county-a", "inside_before"), found.value("county-a", "inside_after")
        (3, 6)
        >>> round(found.value("county-a", "density_change"), 3)  # 3 more among its 10 pairs
        0.3
    """
    return found("change localities", net, {"by": by, "from": from_, "to": to, "crossing": crossing, "without": without})


def pairs(
    net: Network | Study,
    *,
    by: str | Sequence[str] | None = None,
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    crossing: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""What became of each tie from one wave or period to another: kept, gained, lost, or not observed.

    ```text
    became  kept, gained, lost    the dyad was observed at both times
            not observed before   a tie after; whether there was one before is not known
            not observed after    a tie before; whether there still is one is not known
            known from others     a tie that those who answered would not have told of
            of a joiner           an end was not there before
            of a leaver           an end was no longer there after
    before, after   strength of the tie at either time
    groups          same, different or not known: whether the two ends share a group
    ```

    The list to go back to people with: which ties are new, which are gone, and of which it is only that
    nobody answered. One row for each pair tied at either time, each way of a directed network by itself.
    The strength is undefined at a time without a tie; the reason tells whether there was none, whether
    nobody was asked, or whether an end was not there. Strengths of an ordinal scale are ranks.

    # Variants

    `by` compares the ends by something else than sector; `crossing = sector` keeps to pairs of different,
    known sectors. How many ties became what is told by `change ties`, between groups by `change groups`.
    A plain difference of two matrices has those who did not answer as having lost all they had.

    # Source

    Snijders, van de Bunt and Steglich (2010), Introduction to stochastic actor-based models for network
    dynamics, *Social Networks* 32, doi:10.1016/j.socnet.2009.02.004. Time O(n + m log m).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute to compare the two ends by; sector unless given, where it is on record.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        crossing: attribute such as sector: only pairs whose ends differ in it count; all unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({"ties": {
        ...     "from": ["a", "b", "a", "a"], "to": ["b", "c", "b", "c"],
        ...     "wave": [1, 1, 2, 2], "directed": ["no"] * 4,
        ... }})
        >>> tt.change.pairs(study).select("from", "to", "became").rows()
        [('a', 'b', 'kept'), ('a', 'c', 'gained'), ('b', 'c', 'lost')]
    """
    return found("change pairs", net, {"by": by, "from": from_, "to": to, "crossing": crossing, "without": without})


def participation(
    net: Network | Study,
) -> Result:
    r"""Who came for the first time and who came back, activity by activity in the order of their start.

    ```text
    participants   actors of the view who took part
    returning      those who had taken part in any activity that began earlier     new  all others
    previous       the last activity of the same kind that began earlier; several, if they began together
    from_previous  participants who took part in that one too
    share_returning = returning / participants     share_from_previous = from_previous / participants
    ```

    Does a series of meetings build a circle, or gather other people every time? A share_from_previous near 1
    is a standing group, near 0 an audience. Both together tell whether those who leave one series are met
    in another. A date that tells a month or a year counts as its first day; activities that began on the
    same day are not before one another. The notes tell how many took part in all, and in more than one.

    Everything about earlier activities is undefined where the start is not on record, and what concerns the
    previous one where the kind is not, or where there was none. Activities that nobody is on record for are
    left out. All waves count, whatever the view says: an activity has its own date. At the level of
    organisations one that sends somebody else comes back; `level="person"` looks at people.

    # Variants

    Lists of participants are often incomplete: who came and was not written down counts as new next time.
    `period` limits what is looked at, so that the first activities in it find nobody returning. Other software
    has the projection alone, which forgets the order of activities.

    # Source

    Breiger (1974), The duality of persons and groups, *Social Forces* 53, doi:10.2307/2576011, has actors and
    activities as two sides of one table. The counts are ours. Time O(activities · participations), at most.

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> found = tt.change.participation(study)
        >>> found.value("dialogue-county-a", "participants"), found.value("dialogue-county-a", "new")
        (6, 0.0)
        >>> found.value("dialogue-county-a", "share_returning")  # all had taken part before
        1.0
    """
    return found("change participation", net, {})


def routes(
    net: Network | Study,
    *,
    through: str | Sequence[str] | None = None,
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    crossing: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""How pairs of actors are joined at two waves or periods: directly, by a partner in common, or not at all, and which became which.

    ```text
    tied              directly              tied              directly
    by_one            by one partner        by_it_alone       by the actor asked for, and nobody else
    by_several        by several            by_it_and_others  by that actor and others
    apart             by none               by_others         by others only
                                            apart             by none
    before, after     pairs joined so at either time, by ties that are known
    compared          those of before that were observed at both times
    then_tied, …      how these are joined after: a row adds up to `compared`
    ```

    Closure and reach are different things: a go-between may leave after some pairs have met, and those who
    have not are apart. The right-hand names are those with `through`, which takes an actor: its own pairs
    are left out. Pairs are of actors present at both times; whom either of them has as a partner matters
    at that time alone.

    `before` and `after` take ties as known: of a pair that nobody told of it is not known that it is apart.
    The columns that follow keep to what was observed at both times, so that silence makes no pair fall
    apart; a partner's silence may. In a directed network pairs are ordered, tied a → b and joined a → v → b.
    `crossing = sector` keeps to pairs of different, known sectors.

    # Variants

    Longer ways do not count: two steps are as far as a go-between reaches (`whole geodesics` has the rest).

    # Source

    Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction
    networks, *Sociological Methodology* 19, doi:10.2307/270949; Obstfeld (2005), Social networks, the tertius
    iungens orientation, and involvement in innovation, *Administrative Science Quarterly* 50,
    doi:10.2189/asqu.2005.50.1.100. Time O(Σ k²) for degrees k, and as much room.

    Args:
        net: the network, or a study, of which its own view is taken.
        through: an actor, by identifier, whose part as a go-between is told apart; nobody's unless given.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        crossing: attribute such as sector: only pairs whose ends differ in it count; all unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({
        ...     "organisations": {"id": ["uni", "hub", "college"], "sector": ["HE", "LA", "FE"]},
        ...     "ties": {
        ...         "from": ["uni", "hub", "uni", "hub", "uni"],
        ...         "to": ["hub", "college", "hub", "college", "college"],
        ...         "wave": [1, 1, 2, 2, 2], "directed": ["no"] * 5,
        ...     },
        ... })
        >>> found = tt.change.routes(study, through="hub")
        >>> found.value("by_it_alone", "before"), found.value("by_it_alone", "after")
        (1, 0)
        >>> found.value("tied", "before"), found.value("tied", "after")
        (0, 1)
    """
    return found("change routes", net, {"through": through, "from": from_, "to": to, "crossing": crossing, "without": without})


def ties(
    net: Network | Study,
    *,
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    crossing: str | Sequence[str] | None = None,
    without: str | Sequence[str] | None = None,
) -> Result:
    r"""How many ties were kept, gained and lost between two waves or periods, and how alike that makes the networks.

    ```text
    of the dyads among actors present at both times that were observed at both:
    kept  tied at both    gained  tied after alone    lost  tied before alone    absent  tied at neither

    jaccard     = kept / (kept + gained + lost)         retention = kept / (kept + lost)
    dice        = 2 kept / (2 kept + gained + lost)     birth     = gained / (gained + absent)
    turnover    = (gained + lost) / (kept + gained + lost) = 1 − jaccard
    hamming     = gained + lost
    correlation = (kept · absent − gained · lost) / √((kept+lost)(gained+absent)(kept+gained)(lost+absent))

    ties_before = kept + lost + not_observed_after + of_leavers (+ known_from_others)
    ties_after  = kept + gained + not_observed_before + of_joiners (+ known_from_others)
    ```

    Retention is the share of old ties that lasted, birth the share of open dyads that became ties. Jaccard
    looks at ties only: between two waves a value under 0.3 says that so much was replaced that models of
    gradual change have little to hold on to.

    **Silence is not loss.** A tie whose sender did not answer the second time is `not_observed_after`, not
    lost; one whose sender had not answered the first time is `not_observed_before`, not gained. A tie that
    is there although those who would tell of it did not answer is `known_from_others`: had there been none,
    nobody would have said, so no share may count it. `raw_kept`, `raw_gained`, `raw_lost` and `raw_jaccard`
    take the two lists of ties as they are, with silence as absence, for comparison with other software.
    Ties of actors who joined or left stand apart too: they tell of coming and going, not of changed minds.
    An actor is present if it is in the network of that time: whom a wave does not mention is there
    without ties, unless the tables say that it had closed or was not yet open.

    Each way of a directed tie is a dyad of its own. Strengths do not count: `change pairs` lists them. With
    `crossing = sector` only pairs of different, known sectors count. Shares are undefined where they are of
    nothing; the correlation where all dyads are alike at one of the times.

    # Variants

    `from` and `to` take a wave, a period, or options of the view: `from_="relation=advice" to="relation=trust"`
    compares two relations at one time; commas stand between several options, `+` between words of one.
    R netrics (of June 2026, run) gives 0.154 for `net_x_stability` where Jaccard is 0.5, by precedence of its
    operators; its `net_x_change` counts cells of the matrix, an undirected change twice, as does `hdist` of R
    sna 2.7 unless it is told that the graph is undirected. Some authors call 1 − dice the turnover.

    # Source

    Jaccard (1912), The distribution of the flora in the alpine zone, *New Phytologist* 11,
    doi:10.1111/j.1469-8137.1912.tb05611.x; Snijders, van de Bunt and Steglich (2010), Introduction to
    stochastic actor-based models for network dynamics, *Social Networks* 32,
    doi:10.1016/j.socnet.2009.02.004. Time O(n + m log m).

    Args:
        net: the network, or a study, of which its own view is taken.
        from_: the time before: a wave such as 1, a period such as 2016..2017, or options of the view such as relation=trusts; the first wave unless given.
        to: the time after, in the same way; the last wave unless given.
        crossing: attribute such as sector: only pairs whose ends differ in it count; all unless given.
        without: actors left out, by identifier, with commas between several.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({"ties": {
        ...     "from": ["a", "b", "a", "a"], "to": ["b", "c", "b", "c"],
        ...     "wave": [1, 1, 2, 2], "directed": ["no"] * 4,
        ... }})
        >>> found = tt.change.ties(study)
        >>> found.value("kept"), found.value("gained"), found.value("lost")
        (1.0, 1.0, 1.0)
        >>> round(found.value("jaccard"), 3)
        0.333
    """
    return found("change ties", net, {"from": from_, "to": to, "crossing": crossing, "without": without})
