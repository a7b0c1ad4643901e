"""What a finding is worth: tests against chance, intervals, bounds.

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/null/ and the
examples in python/examples/null/: change those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tertius._measure import found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius._frame import Result
    from tertius.network import Network
    from tertius.study import Study

__all__ = [
    "bootstrap",
    "boundaries",
    "bounds",
    "compare",
    "cug",
    "jackknife",
    "mrqap",
    "mrqap_logit",
    "qap",
    "test",
]


def bootstrap(
    net: Network | Study,
    *,
    measure: str | Sequence[str] = "whole density",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    interval: Literal["percentile", "normal", "basic"] = "percentile",
    confidence: float = 0.95,
    draws: int = 2000,
    seed: int = 1,
) -> Result:
    r"""How sure a number of a network is: how far it would vary if its actors were others like them.

    ```text
    a draw     n actors drawn from the n observed, with replacement; i(k) is the k-th
    y*(k, h) = y(i(k), i(h)), and y(a, b) of a pair a ≠ b drawn at random where i(k) = i(h)
    mean     = mean of the values over all draws
    bias     = mean − observed
    error    = standard deviation of the values: the standard error of the number
    low, high: of an interval with the confidence asked for, α = 1 − confidence
               percentile  quantiles α/2 and 1 − α/2 of the values: at rank (draws + 1) α/2
               normal      observed ± z(α/2) error
               basic       2 observed − those quantiles, changed round
    ```

    The ties of an actor are not independent of one another, so that no textbook interval for a share fits a
    density. Drawing actors, each with all its ties, its attributes and its answers, keeps them together.
    An actor drawn twice needs a tie to itself, which nobody has: the two draws are tied as two actors drawn
    at random are; with direction, both ways at once, so that answers to ties are as frequent as they were.
    In two modes actors and activities are drawn each from their own, and no such case arises.

    An interval takes the actors as a sample of actors who could as well have taken part. Where the network
    is all there is and nothing else could have been, there is nothing to be sure of but the records: see
    `null bounds`. The percentile interval is the default because it stays within what is possible (no density
    below 0) and held the true value most reliably. Of 1,000 networks, each with 399 draws, intervals of
    95 % held the true density of 0.2 in:

    ```text
    actors  ties        chance of a tie   percentile      normal       basic
    10      undirected  the same              99.7 %      99.2 %      97.6 %
    20      undirected  the same              99.6 %      99.0 %      99.0 %
    40      undirected  the same              99.6 %      99.8 %      99.8 %
    10      directed    the same              99.3 %      99.2 %      98.9 %
    20      directed    the same              99.5 %      99.5 %      99.5 %
    40      directed    the same              99.7 %      99.9 %     100.0 %
    10      undirected  differs               94.8 %      90.9 %      86.1 %
    20      undirected  differs               94.7 %      92.7 %      92.0 %
    40      undirected  differs               96.0 %      94.8 %      93.4 %
    10      directed    differs               91.5 %      88.0 %      85.4 %
    20      directed    differs               93.4 %      91.7 %      90.6 %
    40      directed    differs               94.2 %      92.8 %      91.8 %
    ```

    The chance differs where it is 0.2 times the sociability of either actor, 0.4 or 1.6.

    Where every dyad is tied by the toss of the same coin the interval is too wide, by √3 in large networks:
    the bootstrap cannot know that no actor is more sociable than another. Real actors do differ, and there it
    is about right.

    Dyads that were not observed are not observed among the draws either, and nothing is drawn from them; a
    tie between two draws of a non-respondent is unknown. Groups that a draw has no member of have no values
    there: `draws` says in how many there were. Counts, and measures of actors by rank, may be biased by
    actors who come twice: read `bias` beside `error`. A network without ties, or with all, varies in no draw:
    an error of 0 says nothing there. Undefined where the measure is, in all draws but one, and where draws are
    too few for the confidence. Measures of actors and of ties are refused: a draw has other actors.

    # Variants

    UCINET compares densities in this way, and R snowboot has `vertboot`, without missing dyads, direction or
    groups. `null jackknife` leaves out one actor at a time: exact, quick, without a seed. In two modes this is
    the pigeonhole bootstrap (Owen 2007), whose error is on the safe side in large networks, by up to √3.

    # Source

    Snijders and Borgatti (1999), Non-parametric standard errors and tests for network statistics, *Connections*
    22; Owen (2007), The pigeonhole bootstrap, *Annals of Applied Statistics* 1, doi:10.1214/07-AOAS122.
    Time O(draws × (n + m + that of the measure)).

    Args:
        net: the network, or a study, of which its own view is taken.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        interval: from where the draws lie (percentile), from their standard error either side of the observed value (normal), or from where they lie, mirrored in it (basic).
        confidence: share of such intervals that hold the true value, if all they assume is true.
        draws: number of networks drawn at random.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> net = study.network(relation="trusts", wave=1)
        >>> found = tt.null.bootstrap(net, measure="whole density", only="density", draws=200)
        >>> round(found.value("density", "observed"), 2)
        0.09
        >>> round(found.value("density", "low"), 2), round(found.value("density", "high"), 2)
        (0.03, 0.2)
    """
    return found("null bootstrap", net, {"measure": measure, "by": by, "set": set, "only": only, "interval": interval, "confidence": confidence, "draws": draws, "seed": seed})


def boundaries(
    net: Network | Study,
    *,
    boundaries: str | Sequence[str] | None = None,
    measure: str | Sequence[str] = "whole ei_index",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    within: str | Sequence[str] | None = None,
    draws: int = 9999,
    seed: int = 1,
) -> Result:
    r"""Which boundary matters most: the same finding under every way to divide the actors.

    ```text
    boundary   an attribute of actors: sector, kind, locality, locality:region, a column of your own
    groups     groups it makes of the actors;  actors  those whose group is known
    observed, expected, sd, z, p_low, p_high, p, p_error, draws: as in `null test`, against `labels`
    ```

    Partnerships are asked whether they cross boundaries, and there are many: sectors, authorities, trusts,
    hubs, regions. The E–I index of one is not comparable with that of another, since many small groups leave
    more dyads to cross. Set against the same groups dealt to the same actors at random it is: `z` says how
    many standard deviations the ties keep inside a boundary (below 0) or go across it (above 0) beyond
    chance. The boundary with the largest |z| is the one that the network is divided by, or joined across, most.
    It comes first. Read it with `groups` and `actors`: a boundary known of few actors has little to say.

    Boundaries overlap: who is of one sector is often of one place. `within = locality` deals sectors only inside
    localities; `null mrqap with_="same:sector",same:locality` sets them side by side. The network of each is
    had by `by` with its name in any other command. Undefined as in `null test`.

    # Variants

    Any measure of a whole network or of groups that has `by` takes the place of the E–I index: `measure
    "whole assortativity"`. That boundaries are compared by z under label permutation is ours; Krackhardt and
    Stern test one.

    # Source

    Krackhardt and Stern (1988), Informal networks and organizational crises: an experimental simulation,
    *Social Psychology Quarterly* 51, doi:10.2307/2786835; Good (2005), *Permutation, Parametric and Bootstrap
    Tests of Hypotheses*, doi:10.1007/b138696. Time O(boundaries × draws × that of the measure).

    Args:
        net: the network, or a study, of which its own view is taken.
        boundaries: attributes that may divide the actors, with commas between them; all that do unless given.
        measure: which measure, by unit and name.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        within: attribute of actors, such as locality: labels or places change hands only between actors of whom it says the same.
        draws: number of random arrangements, where there are too many to look at all.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("c", "d"), ("a", "c")],
        ...     {
        ...         "id": ["a", "b", "c", "d"],
        ...         "sector": ["HE", "HE", "FE", "FE"],
        ...         "town": ["north", "south", "south", "north"],
        ...     },
        ... )
        >>> found = tt.null.boundaries(net, boundaries=["sector", "town"], only="ei_index")
        >>> found.value("town", "observed")  # every tie goes to the other town
        1.0
        >>> round(found.value("sector", "observed"), 3)
        -0.333
    """
    return found("null boundaries", net, {"boundaries": boundaries, "measure": measure, "set": set, "only": only, "within": within, "draws": draws, "seed": seed})


def bounds(
    net: Network | Study,
    *,
    measure: str | Sequence[str] = "whole density",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
) -> Result:
    r"""What a number could be, whatever is in the dyads that were not observed.

    ```text
    k           = dyads that were not observed and in which no tie is known from somebody else
    completion  = the network with each of these k either tied, with a strength of 1, or not: there are 2ᵏ
    observed    = the value as the measure finds it, in what was observed
    absent      = the value if none of them is tied;  present = if all are
    low, high   = the lowest and the highest value over all completions
    completions = how many of those looked at have a value
    ```

    A non-respondent's ties are missing, not absent. A measure makes do with what was observed: a density takes
    its share of the observed dyads, a path takes the ties that are known. Here is how far that can be from what
    would have been found had everybody answered. Nothing is assumed of those who did not answer, so that
    bounds hold whatever they would have said, and are wide. `observed` need not lie between `absent` and
    `present`: it may be another question, such as a share of fewer dyads, and it may even lie outside `low`
    and `high`, where ties are known from others though those who would tell did not answer.

    Up to k = 12 each completion is looked at. Of more, the two ends are enough for numbers that only rise, or
    only fall, with every tie added, such as densities, degrees, counts of ties inside and across groups,
    components, reach, efficiency and coreness. For others, such as betweenness, transitivity or the E–I
    index, `absent` and `present` bound nothing: something between may be beyond both, and `low` and `high`
    are undefined, with k in the reason. Ask for a view with fewer non-respondents then.

    Undefined also where the measure is: in a completion of those looked at such a value is passed over, at one
    of the two ends it leaves no bound. A tie that was not observed has no strength on record: it is
    taken as 1, and numbers in strengths could be farther out. Who is in the network, and in which group, is
    taken as known. Where everything was observed all five values are the same, and a note says so. In two modes
    activities are on record and no dyad is missing. Rows are actors, groups or quantities; measures of ties are
    refused, because other ties are other rows; so are networks of more than 50 million dyads, or of 2 million
    that were not observed.

    # Variants

    `whole density` has `lowest` and `highest`, which are the same bounds. `null bootstrap` asks how the number
    would vary with other actors, not what is missing. Software that takes NA as 0 tells `absent` and calls it
    the value. That a number has bounds over all completions at once, and which numbers need two only, is ours:
    a test adds every tie to every small network.

    # Source

    Manski (2003), *Partial Identification of Probability Distributions*, Springer: bounds without assumptions
    about what is missing. Time O(2ᵏ × that of the measure) up to k = 12, else O(n² + that of the measure).

    Args:
        net: the network, or a study, of which its own view is taken.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({
        ...     "organisations": {"id": ["uni", "college", "council"]},
        ...     "ties": {"from": ["uni"], "to": ["college"], "directed": ["yes"]},
        ...     "respondents": {
        ...         "actor": ["uni", "college", "council"], "status": ["responded", "responded", "refused"]
        ...     },
        ... })
        >>> found = tt.null.bounds(study, only="density")
        >>> found.value("density", "observed")  # of the four answers that are there
        0.25
        >>> round(found.value("density", "low"), 3), found.value("density", "high")  # 1 of 6, or 3 of 6
        (0.167, 0.5)
    """
    return found("null bounds", net, {"measure": measure, "by": by, "set": set, "only": only})


def compare(
    net: Network | Study,
    *,
    with_: str | Sequence[str] | None = None,
    measure: str | Sequence[str] = "whole density",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    pairs: Literal["auto", "yes", "no"] = "auto",
    scale: Literal["raw", "edges"] = "raw",
    confidence: float = 0.95,
    draws: int = 2000,
    seed: int = 1,
    adjust: Literal["holm", "bh", "none"] = "holm",
) -> Result:
    r"""Whether a number differs between two networks, such as two waves, two relations or two localities.

    ```text
    difference = value in the other network − value in this one
    error      = standard deviation of the difference over draws of actors, as in null bootstrap
    low, high  = percentiles of those differences, with the confidence asked for
    z          = difference / error
    p          = the same actors in both: twice the smaller share of exchanges in which the difference is as
                 low, or as high, as observed; in an exchange each pair of actors is turned over, or not
                 other actors: 2 (1 + the smaller number of draws with a difference of 0 or less, or of 0
                 or more) / (1 + draws)
                 both no more than 1
    p_error    = 2 √(q (1 − q) / (1 + draws)), q = p / 2; 0 if every exchange was looked at
    ```

    `with` says what is otherwise in the other network, by options of the view: `with = wave=1`, or
    `with = relation=trusts+advises,wave=1`, commas between options, `+` between words of one; the rest of the
    view is that of this network.

    **The same actors in both** (two waves; two relations among the same people). Each is compared with itself:
    a draw takes the same actors from both networks, so that what is alike in both cancels out. p asks whether it
    is by chance which pair was tied in which network: for every pair tied otherwise in one than in the other,
    what ties it is exchanged between the two with a chance of one half. Where all 2ᵏ exchanges are no more than
    five times the draws, each is looked at and p is exact; for a density without direction it is the sign test,
    the exact form of McNemar's. Only pairs observed in both networks are exchanged; in a directed network, both
    ways at once. It takes pairs as changing one by one. Where one actor joined and brought ten ties, that is one
    event and counts as ten: p is then too small, and the interval, which draws actors, is the better guide. If
    they contradict each other, say so and trust neither alone.

    **Other actors** (two localities, two studies). Actors are drawn from each network for itself, and p is
    small where the interval excludes 0. No exchange is possible: nobody's place in one network is a place in the
    other. p is on the safe side, as the bootstrap is where actors are alike.

    **Some of the same actors** (waves with comings and goings). `pairs = yes` compares among those who are in
    both, and says how many are not; `pairs = auto` then takes the networks as two samples, and says so.

    Size matters: density falls, and most counts rise, with the number of actors. With `scale = edges` the
    value is how many standard deviations the number lies from what chance gives as many ties among as many
    actors (`null test`, against = edges), in each network: what does not come of size and density. p then is of
    differences between two such networks of which both are made by chance, and error is the standard deviation
    of those; no interval is known. A density itself has no such value: it is the same whatever chance does.

    `p_adjusted` allows for many groups being asked at once, as in `null test`. Groups that are in one network
    only, and numbers that are undefined in one of them, have no difference: they are undefined. z is also
    undefined where no draw differs. Measures of actors and ties are refused, because a draw has other actors; the
    exchange alone would do for actors who are in both, and is not done yet. Nor are more than two networks at
    once, nor networks in which actors of one have ties to those of the other.

    # Variants

    UCINET compares densities of two networks by a vertex bootstrap, of the same actors or of others, and no other
    number. Taking p from an exchange of pairs where one is possible is ours. QAP asks something else: whether those
    tied in one network are those tied in the other.

    # Source

    Snijders and Borgatti (1999), Non-parametric standard errors and tests for network statistics, *Connections*
    22; Good (2005), *Permutation, Parametric and Bootstrap Tests of Hypotheses*, doi:10.1007/b138696.
    Time O(draws × (n + m + that of the measure)).

    Args:
        net: the network, or a study, of which its own view is taken.
        with_: what is otherwise in the other network, by options of the view, as in wave=1,certainty=probable.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        pairs: whether each actor is compared with itself: if both networks have the same actors (auto), among the actors that are in both (yes), or not (no).
        scale: the value as it is, or how many standard deviations it lies from what a network of as many actors and ties has by chance.
        confidence: share of such intervals that hold the true value, if all they assume is true.
        draws: number of networks drawn at random.
        seed: where random draws begin: the same seed gives the same numbers.
        adjust: what becomes of the probabilities of many actors or groups, of which some are small by chance: Holm, Benjamini and Hochberg, or nothing.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> net = study.network(relation="works-with", wave=2)
        >>> found = tt.null.compare(net, with_="wave=1", only="density", draws=200)
        >>> round(found.value("density"), 3), round(found.value("density", "value_with"), 3)
        (0.193, 0.167)
        >>> found.value("density", "low") < 0 < found.value("density", "high")  # it could be chance
        True
    """
    return found("null compare", net, {"with": with_, "measure": measure, "by": by, "set": set, "only": only, "pairs": pairs, "scale": scale, "confidence": confidence, "draws": draws, "seed": seed, "adjust": adjust})


def cug(
    net: Network | Study,
    *,
    measure: str | Sequence[str] = "whole transitivity",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    given: Literal["edges", "dyads", "size"] = "edges",
    draws: int = 9999,
    seed: int = 1,
) -> Result:
    r"""Whether a number is more, or less, than in random networks of the same size, density or dyad census.

    ```text
    given edges: every network of as many ties is as likely                     m ties into D dyads
    given dyads: every network of as many mutual, asymmetric and null pairs      M, A, N
    given size:  every network; each dyad is tied with probability 1/2          2^D networks
    p_low, p_high, p, p_error, expected, sd, z, draws: as in `null test`
    ```

    A conditional uniform graph test asks the plainest question there is: would a network of so many actors
    and ties, laid at random, have as much of it? Transitivity, centralization or the number of components
    can be told apart in this way from what density alone brings about. It does not allow for some actors
    having more ties than others: `null test against="rewiring"` does.

    Dyads that were not observed hold no random tie, and what is known of them from others stays. Ties keep
    their strengths, dealt anew. Undefined where the measure is; a random network in which it is undefined is
    left out, and `draws` says how many there were.

    # Variants

    R sna `cug.test` has the same three conditions, counts p as count / draws, so that it can be 0, draws from
    dyads that were not observed too, and takes no seed. `null test` has these nulls and others.

    # Source

    Anderson, Butts and Carley (1999), The interaction of size and density with graph-level indices, *Social
    Networks* 21, doi:10.1016/S0378-8733(99)00011-8. Time O(draws × (n + m + that of the measure)).

    Args:
        net: the network, or a study, of which its own view is taken.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        given: what random networks share with the observed one: the number of ties (edges), of pairs tied both ways and one way (dyads), or of actors alone (size).
        draws: number of random arrangements, where there are too many to look at all.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])
        >>> found = tt.null.cug(net, measure="whole transitivity", only="transitivity")
        >>> found.value("transitivity", "observed")
        0.6
        >>> found.value("transitivity", "p_high")  # 12 of the 15 ways to lay four ties close a triangle
        0.8
    """
    return found("null cug", net, {"measure": measure, "by": by, "set": set, "only": only, "given": given, "draws": draws, "seed": seed})


def jackknife(
    net: Network | Study,
    *,
    measure: str | Sequence[str] = "whole density",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    varying: Literal["actors", "dyads"] = "actors",
    confidence: float = 0.95,
) -> Result:
    r"""How sure a number of a network is, and which actor it hangs on: the number again without each actor in turn.

    ```text
    Z₋ᵢ   = the value without actor i;  Z̄ = mean of Z₋ᵢ over the n actors
    error = √(f Σᵢ (Z₋ᵢ − Z̄)²), the standard error of the number
    f     = (n − 1)/n if actors vary; (n − 2)/(2n) if dyads do
    mean  = Z̄
    low, high     = observed ± z(α/2) error, α = 1 − confidence
    without       = the actor without whom the value differs most from the observed one; of equals, that
                    without whom it is lowest
    value_without = the value without that actor
    ```

    `without` is what to read first: a finding that is another without one actor is a finding about that actor.

    `error` answers one of two questions. `varying = actors`: the actors are a sample, and others like them
    could have been there; some are more sociable than others, which is most of the error. `varying = dyads`:
    these are all the actors, all equally sociable, and each of their dyads could have been tied or not: f is
    such that for a density of such dyads the square of `error` is right on average, n being 3 or more, also
    where ties tend to be answered. Where actors differ, `dyads` is too small by up to √2, and where they do
    not, `actors` too large by √2. Of 1,000 networks, intervals of 95 % held the true density of 0.2 in:

    ```text
    actors  ties        chance of a tie       actors       dyads
    10      undirected  the same              98.3 %      90.5 %
    20      undirected  the same              98.3 %      92.7 %
    40      undirected  the same              99.1 %      95.2 %
    10      directed    the same              98.4 %      92.3 %
    20      directed    the same              98.4 %      93.6 %
    40      directed    the same              99.1 %      93.9 %
    10      undirected  differs               92.1 %      80.8 %
    20      undirected  differs               93.4 %      83.6 %
    40      undirected  differs               94.8 %      82.3 %
    10      directed    differs               90.8 %      79.3 %
    20      directed    differs               93.2 %      82.7 %
    40      directed    differs               93.4 %      80.8 %
    ```

    The chance differs where it is 0.2 times the sociability of either actor, 0.4 or 1.6.

    It suits numbers that are averages over dyads, such as densities and shares, and is rough for those that
    change by leaps, such as the number of components, or the largest of something. An interval is either
    side of the observed value, and may reach where no value can be. Every actor is left out once, without
    draws: the same numbers always. In two modes actors and activities are two samples, whose squares are
    added; `dyads` has no rule there.

    Whoever did not answer is left out in turn like the others; dyads that were not observed stay so.
    Undefined where the measure is, or is without one of the actors; `value_without` passes over those, and is
    undefined if no actor changes the value. Measures
    of actors and of ties are refused: without an actor they have other rows; see `actor removal`.

    # Variants

    Snijders and Borgatti have f = (n − 2)/(2n) alone, with which intervals are too short wherever actors differ;
    the other f, of samples in general, is 2(n − 1)/(n − 2) times as large. `null bootstrap` draws actors at random,
    and suits more numbers. No other software we know has a jackknife of networks.

    # Source

    Snijders and Borgatti (1999), Non-parametric standard errors and tests for network statistics, *Connections*
    22; Efron and Stein (1981), The jackknife estimate of variance, *Annals of Statistics* 9,
    doi:10.1214/aos/1176345462. Time O(n × that of the measure).

    Args:
        net: the network, or a study, of which its own view is taken.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        varying: what could have been otherwise: which actors are there, or which of their dyads are tied, each by the same chance.
        confidence: share of such intervals that hold the true value, if all they assume is true.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "a"), ("hub", "b"), ("hub", "c"), ("a", "b")])
        >>> found = tt.null.jackknife(net, measure="whole density", only="density")
        >>> found.value("density", "without")  # the actor that matters most to the density
        'hub'
        >>> found.value("density", "observed") == 4 / 6, found.value("density", "value_without") == 1 / 3
        (True, True)
    """
    return found("null jackknife", net, {"measure": measure, "by": by, "set": set, "only": only, "varying": varying, "confidence": confidence})


def mrqap(
    net: Network | Study,
    *,
    with_: str | Sequence[str] = "same:sector",
    ties: Literal["binary", "strength"] = "binary",
    permute: Literal["dsp", "y"] = "dsp",
    draws: int = 9999,
    seed: int = 1,
) -> Result:
    r"""What goes with ties, each term beside the others: other relations, who is alike, who is near.

    ```text
    y = b₀ + b₁ x₁ + … + b_k x_k + rest, over dyads, by least squares
    error = s √((X'X)⁻¹_jj), s² = Σ rest² / (dyads − k − 1); statistic: t = estimate / error
    permute = dsp: e_j, what is left of x_j after the other terms, moves with the actors, and t is that of
      the moved e_j beside the other terms; permute = y: the ties move
    p_low, p_high = share of orders of the actors in which t is as low, or as high
    p = share in which |t| is as large; share = (1 + count) / (1 + draws), or count / all
    ```

    An estimate says how much more of a tie there is where a term is larger by one, the other terms being
    equal. Dyads of one actor hang together, so that `error` is too small to be believed as it stands: it is
    there to make t, and p comes from other places of the actors alone. Double semi-partialling holds where
    terms go with one another and with who is active, where moving the ties does not; with one term the two
    are the same. The intercept has an estimate; its p is undefined, as no order of the actors changes it.

    Terms are those of `null qap`: `same:sector`, `distance:size`, `sender:size`, `relation=trusts` and so
    on. If nothing has a direction each pair of actors counts once, else both ways. Only dyads of which ties
    and all terms are known count for estimates; the notes say how many these are, and R². What is missing,
    because it was not observed or an attribute is not known, moves with what moves, so that each draw uses
    the dyads that it leaves known; where these are too few it is left out, as `draws` says. Two modes, a term that follows from others (a difference is sender minus
    receiver) and a network with all ties or none are refused. Statistics are undefined where terms say
    exactly what every dyad is.

    # Variants

    `ties = strength` takes strengths. Up to eight actors each of the n! orders is looked at with the usual
    draws, and p is exact. R sna 2.7-1 (`netlm`) has the same estimates, t and, as `qapspp`, the same null; its p
    is count / draws, which can be 0; it gives a p to the intercept, and where dyads are missing it puts
    residuals into the wrong dyads and warns. UCINET 6.849 takes (1 + count) / draws, and its quick way for
    dsp divides by a variance in place of its root (issue 31 of xucinet). Terms with t as a statistic, not
    estimates, are what Dekker and others find to hold.

    # Source

    Dekker, Krackhardt and Snijders (2007), Sensitivity of MRQAP tests to collinearity and autocorrelation
    conditions, *Psychometrika* 72, doi:10.1007/s11336-007-9016-1; Krackhardt (1988), Predicting with networks:
    nonparametric multiple regression analysis of dyadic data, *Social Networks* 10,
    doi:10.1016/0378-8733(88)90004-4. Time O(draws × dyads × terms²).

    Args:
        net: the network, or a study, of which its own view is taken.
        with_: what the ties are set beside, with commas between several: same:sector, difference:size, distance:size, distance:locality (by coordinates), sender:size, receiver:size, or another network of the study by an option of its view, as relation=trusts or wave=1.
        ties: whether each tie counts as 1 or by its strength.
        permute: what moves with the actors: of each term what the others do not say of it (double semi-partialling), or the ties.
        draws: number of random arrangements, where there are too many to look at all.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("c", "d"), ("a", "c")],
        ...     {"id": ["a", "b", "c", "d"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.null.mrqap(net, with_="same:sector")
        >>> round(found.value("intercept", "estimate"), 3)  # across sectors 1 of 4 pairs is tied
        0.25
        >>> round(found.value("same:sector", "estimate"), 3)  # inside, so much more: both pairs are
        0.75
        >>> round(found.value("same:sector", "p"), 3)
        0.667
    """
    return found("null mrqap", net, {"with": with_, "ties": ties, "permute": permute, "draws": draws, "seed": seed})


def mrqap_logit(
    net: Network | Study,
    *,
    with_: str | Sequence[str] = "same:sector",
    draws: int = 9999,
    seed: int = 1,
) -> Result:
    r"""What goes with whether there is a tie, as odds, each term beside the others.

    ```text
    log(π / (1 − π)) = b₀ + b₁ x₁ + … + b_k x_k, π: probability of a tie, over dyads, by likelihood
    error = √((X'WX)⁻¹_jj), W = π (1 − π); statistic: Wald's z = estimate / error
    e_j, what is left of x_j after the other terms by least squares, moves with the actors, and z is that of
      the moved e_j beside the other terms
    p_low, p_high = share of orders of the actors in which z is as low, or as high
    p = share in which |z| is as large; share = (1 + count) / (1 + draws), or count / all
    ```

    The odds of a tie are exp(estimate) times as high where a term is larger by one, the other terms being
    equal. Each tie counts as 1, whatever its strength, as do those of other networks. As in `null mrqap`,
    `error` takes dyads for independent, which they are not: it is there to make z, and p comes from other
    places of the actors alone; the intercept has none, which is why its p is undefined. Deviance, that
    without terms, and AIC are in the notes, to compare models of the same dyads and no more.

    Terms, what is missing, unknown groups, direction, isolates and what is refused are as in `null mrqap`. In
    addition terms are refused that tell tied from untied dyads without error, as estimates then grow without
    end. Draws in which this happens are left out: `draws` says how many were not.

    # Variants

    R sna 2.7-1 (`netlogit`, `qapspp`) has the same estimates, deviance, AIC and null. Its errors are those of
    its last step but one (2.08145 for 2.08177 on fixture D of our tests; R `glm` asked for 15 digits has ours).
    Its null deviance is that of a coin for every dyad, 2 n log 2, not that of a model with an intercept
    (41.5888 for 40.3807). Its p is count / draws, which can be 0, and it goes on where terms tell ties apart.
    UCINET LR-QAP takes (1 + count) / draws.

    # Source

    Dekker, Krackhardt and Snijders (2007), Sensitivity of MRQAP tests to collinearity and autocorrelation
    conditions, *Psychometrika* 72, doi:10.1007/s11336-007-9016-1. That holds for linear models; residuals by
    least squares within a logistic one are sna's way, which has no such study behind it.
    Time O(draws × dyads × terms³).

    Args:
        net: the network, or a study, of which its own view is taken.
        with_: what the ties are set beside, with commas between several: same:sector, difference:size, distance:size, distance:locality (by coordinates), sender:size, receiver:size, or another network of the study by an option of its view, as relation=trusts or wave=1.
        draws: number of random arrangements, where there are too many to look at all.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("c", "d"), ("a", "c"), ("a", "e"), ("e", "f")],
        ...     {"id": ["a", "b", "c", "d", "e", "f"], "sector": ["HE", "HE", "HE", "FE", "FE", "FE"]},
        ... )
        >>> found = tt.null.mrqap_logit(net, with_="same:sector", draws=199)
        >>> round(found.value("same:sector", "estimate"), 3)  # log odds: ln(3/3) − ln(2/7)
        1.253
    """
    return found("null mrqap_logit", net, {"with": with_, "draws": draws, "seed": seed})


def qap(
    net: Network | Study,
    *,
    with_: str | Sequence[str] = "same:sector",
    ties: Literal["binary", "strength"] = "binary",
    draws: int = 9999,
    seed: int = 1,
) -> Result:
    r"""Whether ties go with another relation between the same actors, or with who is alike or near, more than chance gives.

    ```text
    r = Σ (y − ȳ)(x − x̄) / √(Σ (y − ȳ)² Σ (x − x̄)²) over dyads
    y: ties, 1 or 0 or by their strength; x: what `with` names
    p_low, p_high = share of orders of the actors in which r is as low, or as high
    p = min(1, 2 min(p_low, p_high)); share = (1 + count) / (1 + draws), or count / all
    expected, sd, z = mean and standard deviation of r over the orders, (observed − expected) / sd
    ```

    Dyads of one actor hang together, so that a textbook test of r counts far too much evidence. Here actors
    exchange their places in the network, all ties of an actor going with it, while x stays: whatever the
    network looks like, it looks the same in every arrangement, and only who has which place is chance.

    `with` takes one term or several, each tested alone: `same:sector` (1 where two actors share a sector),
    `difference:size` (from minus to), `distance:size` (how far apart), `distance:locality` (by coordinates:
    kilometres if all are within ±180 and ±90 and so are degrees, else in their own unit; of several
    localities the nearest two), `sender:size` and `receiver:size`, of any column of yours that is a number;
    and other networks of the study, the same view with one option set otherwise: `relation=trusts`,
    `relation=trusts+advises`, `wave=1`, `via=participation`. `null mrqap` asks of several at once.

    If neither ties nor x have a direction each pair of actors counts once, else both ways. A dyad that was
    not observed is missing, also where somebody else told of a tie; so is x where an attribute is not known,
    or an actor is not in the other network. What is missing moves with the actor; each arrangement uses the
    dyads of which both are known, and `dyads` says how many that were as observed. Isolates count like
    others. r is undefined where ties or x are the same in every dyad. Two modes are
    refused (project them), and more than 2,000 actors.

    # Variants

    `ties = strength` takes strengths, of both networks. Up to eight actors each of the n! orders is looked
    at with the usual draws, and p is exact. R sna 2.7-1 (`qaptest` with `gcor`) counts p as count / draws,
    which can be 0, and takes no seed; UCINET has (1 + count) / (1 + draws). The same test of two distance
    matrices is Mantel's.

    # Source

    Hubert and Schultz (1976), Quadratic assignment as a general data analysis strategy, *British Journal of
    Mathematical and Statistical Psychology* 29, doi:10.1111/j.2044-8317.1976.tb00714.x; Krackhardt (1988),
    Predicting with networks: nonparametric multiple regression analysis of dyadic data, *Social Networks* 10,
    doi:10.1016/0378-8733(88)90004-4. Time O(draws × ties), with missing dyads O(draws × actors²).

    Args:
        net: the network, or a study, of which its own view is taken.
        with_: what the ties are set beside, with commas between several: same:sector, difference:size, distance:size, distance:locality (by coordinates), sender:size, receiver:size, or another network of the study by an option of its view, as relation=trusts or wave=1.
        ties: whether each tie counts as 1 or by its strength.
        draws: number of random arrangements, where there are too many to look at all.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("c", "d")],
        ...     {"id": ["a", "b", "c", "d"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.null.qap(net, with_="same:sector")
        >>> found.value("same:sector", "observed")  # tied are those of one sector, and nobody else
        1.0
        >>> round(found.value("same:sector", "p_high"), 3)  # 8 of the 24 ways to place the actors
        0.333
    """
    return found("null qap", net, {"with": with_, "ties": ties, "draws": draws, "seed": seed})


def test(
    net: Network | Study,
    *,
    measure: str | Sequence[str] = "whole ei_index",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    against: Literal["labels", "places", "edges", "dyads", "size", "rewiring"] = "labels",
    within: str | Sequence[str] | None = None,
    draws: int = 9999,
    seed: int = 1,
    adjust: Literal["holm", "bh", "none"] = "holm",
) -> Result:
    r"""Whether a number that a measure finds is more, or less, than chance gives.

    ```text
    p_low  = share of arrangements whose value is as low as the observed one, or lower
    p_high = share of arrangements whose value is as high, or higher
    p      = min(1, 2 min(p_low, p_high))
    p_error = 2 √(q (1 − q) / (1 + draws)), q the smaller of the two; 0 if exact
    expected, sd = mean and standard deviation over the arrangements
    z      = (observed − expected) / sd
    share  = (1 + count) / (1 + draws), or count / all where each arrangement was looked at
    ```

    The measure is found again in networks that chance could have made instead of the one observed. What is
    left to chance, and what stays, is the question that is asked:

    * `labels`: who is in which group, as many in each; ties stay. *Do sectors matter, given this network?*
      Actors of unknown group keep that. An actor in several groups keeps them together.
    * `places`: who has which place in the network; every attribute stays with its actor. For one grouping
      this is the same question as `labels`; for measures of actors it compares each with all places.
    * `edges`: where ties are, as many, of the same strengths. *Is it more than this density gives?*
    * `dyads`: where pairs tied both ways, one way and not at all are, as many of each. Without direction
      the same as `edges`.
    * `size`: every dyad is tied or not by the toss of a coin. Rarely a fair comparison: real networks are
      sparser.
    * `rewiring`: who is tied to whom; every actor keeps its number of ties, in and out, and what strength
      it sends. *Is it more than follows from some having more ties?* With two modes each keeps its side.

    `within = locality` lets labels or places change hands only inside a locality: is it the sector, or that
    sectors live in different places? Whoever has no such value on record stays.

    Only dyads that were observed give and take ties; ties known from somebody else, of dyads that were not
    observed, stay where they are; which dyads were observed is part of the place. Where there are no more
    arrangements than five times the draws asked for, each is looked at once and p is exact: all orders of
    eight actors are, as it stands. Rewired networks are always drawn. The observed arrangement counts as one that could have been drawn, so that p
    is never 0. A value that is undefined in a draw is left out of it: `draws` says how many were defined.

    `p_adjusted` allows for many actors, ties or groups being asked the same at once, in one column: by Holm,
    none of them is below 0.05 by chance in 19 of 20 cases; by Benjamini and Hochberg, no more than one in 20
    of those below 0.05 is there by chance. Whom chance cannot change is not counted. A whole network is one question and has none. Columns by which a
    measure itself says what to expect are not tested unless `only` names them. Undefined where the measure
    is; z also where every arrangement gives the same. Networks made by chance have no evidence behind their
    ties: what tells of that (`group overlap`, `actor removal` of people) is refused.

    # Variants

    R sna and migraph count p as count / draws, which can be 0, and take no seed; UCINET differs between its
    routines. Two-sided p is also told as the share of values as far from the mean, which is the same where
    chance is symmetric. `null cug` is `edges`, `dyads` or `size` under the name they have together. That
    every measure can be tested, that few arrangements are all looked at, and what becomes of dyads that were
    not observed, is ours.

    # Source

    Good (2005), *Permutation, Parametric and Bootstrap Tests of Hypotheses*, doi:10.1007/b138696; Phipson and
    Smyth (2010), Permutation p-values should never be zero, *Statistical Applications in Genetics and Molecular
    Biology* 9, doi:10.2202/1544-6115.1585. Rewiring is a walk of 20 steps for each tie to a hub and from there
    to each draw (Besag and Clifford 1989, Generalized Monte Carlo significance tests, *Biometrika* 76,
    doi:10.1093/biomet/76.4.633). Holm (1979), *Scandinavian Journal of Statistics* 6; Benjamini and Hochberg
    (1995), *Journal of the Royal Statistical Society B* 57, doi:10.1111/j.2517-6161.1995.tb02031.x.
    Time O(draws × that of the measure).

    Args:
        net: the network, or a study, of which its own view is taken.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        against: what is left to chance: who is in which group (labels), who has which place in the network (places), where ties are (edges), where pairs tied both ways and one way are (dyads), whether each dyad is tied (size), or who is tied to whom, everyone with as many ties (rewiring).
        within: attribute of actors, such as locality: labels or places change hands only between actors of whom it says the same.
        draws: number of random arrangements, where there are too many to look at all.
        seed: where random draws begin: the same seed gives the same numbers.
        adjust: what becomes of the probabilities of many actors or groups, of which some are small by chance: Holm, Benjamini and Hochberg, or nothing.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("c", "d")],
        ...     {"id": ["a", "b", "c", "d"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.null.test(net, measure="whole ei_index", only="ei_index")
        >>> found.value("ei_index", "observed")  # both ties stay inside their sector
        -1.0
        >>> round(found.value("ei_index", "p_low"), 3)  # as in 2 of the 6 ways to deal the sectors
        0.333
    """
    return found("null test", net, {"measure": measure, "by": by, "set": set, "only": only, "against": against, "within": within, "draws": draws, "seed": seed, "adjust": adjust})
