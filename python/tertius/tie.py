"""Measures with one value, or one profile, for each tie or pair of actors.

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/tie/ and the
examples in python/examples/tie/: change those.
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
    "backbone",
    "betweenness",
    "bridges",
    "crossing",
    "embeddedness",
    "suggestions",
]


def backbone(
    net: Network | Study,
    *,
    model: Literal["disparity", "sdsm"] = "disparity",
    alpha: float = 0.05,
) -> Result:
    r"""Which ties are stronger than chance would make them, and so are the ones to draw and to talk about.

    ```text
    disparity   p_i = (1 − w_ij / s_i)^(k_i − 1)     w_ij strength of the tie, s_i of all k_i ties of i
                p   = min(p_i, p_j)                  directed: ties sent by i, ties received by j
    sdsm        p   = P(X ≥ shared_ij)               X = Σ_a X_a, each X_a 1 with chance q_ia q_ja, else 0
                expected_ij = Σ_a q_ia q_ja          over all activities a
                q_ia = x_i y_a / (1 + x_i y_a)       x and y such that Σ_a q_ia = activities of i
                                                     and Σ_i q_ia = actors of a
    kept        yes, if p < α                        α the option alpha
    ```

    p is the chance of a tie as strong, or of as many shared activities, if nothing but chance were at work:
    the smaller, the more there is to explain. `disparity` asks of each end whether one tie takes more of its
    strength than strength spread at random over its ties would. An actor with one tie never keeps it by
    itself: p is 1 at that end. Where all ties are equally strong it says nothing. `sdsm` asks whether two
    actors share more activities than two who are as busy, in activities as well attended, would share by
    chance: a crowded conference or a busy actor joins many without meaning much. It needs two modes
    (`via="two-mode"`) and lists the pairs of actors who share an activity; pairs that share none have p = 1.
    Ties and activities that were not observed cannot be kept. A tie that is not kept is not absent: it is
    one that chance could explain. Chance keeps some too: of a hundred ties up to five with `sdsm`, and up to
    ten with `disparity`, which tests both ends; to hold back, take a smaller α.

    # Variants

    Ties via participation can be given to `disparity`, but they have forgotten who took part in what; `sdsm`
    has not. R backbone (3.0) approximates P by a normal distribution with a correction for skew; here it is
    exact, which matters where few activities are shared. Where the numbers leave no choice, as for an actor
    who is in every activity, chances are 0 or 1. Taking part in two waves of an activity counts once; what
    one person alone brings to two organisations is not shared by them. Activities that join actors more than
    50 million times are refused.

    # Source

    Serrano, Boguñá and Vespignani (2009), Extracting the multiscale backbone of complex weighted networks,
    *PNAS* 106, doi:10.1073/pnas.0808904106; Neal (2014), The backbone of bipartite projections, *Social
    Networks* 39, doi:10.1016/j.socnet.2014.06.001; chances: Saracco et al. (2015), Randomizing bipartite
    networks: the case of the World Trade Web, *Scientific Reports* 5, doi:10.1038/srep10595. Time O(m), with
    `sdsm` O(pairs + c² · d · shared² · log activities), where actors take part in c different numbers of
    activities, and activities have d different numbers of actors.

    Args:
        net: the network, or a study, of which its own view is taken.
        model: what a tie is compared with: the actor's other ties (disparity), or, between two modes, shared activities by chance (sdsm).
        alpha: a tie is kept if its p is below this.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "a", 20.0), ("hub", "b"), ("hub", "c"), ("hub", "d"), ("hub", "e")])
        >>> found = tt.tie.backbone(net)
        >>> found.filter(found["kept"] == "yes").select("from", "to").rows()
        [('hub', 'a')]
    """
    return found("tie backbone", net, {"model": model, "alpha": alpha})


def betweenness(
    net: Network | Study,
    *,
    paths: Literal["strength", "binary"] = "strength",
    scale: Literal["raw", "normalised"] = "raw",
) -> Result:
    r"""How many pairs of actors are joined by shortest paths that take a tie: the traffic it would carry.

    ```text
    B(e) = Σ σ_st(e) / σ_st               over pairs of actors s, t;
                                          σ_st shortest paths from s to t, σ_st(e) those that take tie e
    length of a tie = 1 / strength        (paths = strength), or 1 (paths = binary)
    normalised B(e) = B(e) / (n(n−1)/2)   n actors; directed / (n(n−1)): the share of all pairs
    ```

    Ties with a high value join parts of the network that have few other ways to each other; a bridge gets
    every pair of one side with the other. A tie that nobody needs, because there is a shorter way round,
    has 0. Unlike the betweenness of actors, the two ends of a tie count among the pairs that it joins.

    A pair counts once in an undirected network, each way in a directed one. Where several shortest paths
    join a pair, a tie gets its share of them. Pairs that cannot reach each other count for no tie. A
    strong tie is a short one; lengths that differ by less than one part in 10⁹ count as equal. In a
    network of two modes the pairs are those of all actors and activities. A tie that was not observed
    counts as absent, and those beside it seem to carry more than they do.

    # Variants

    `paths = binary` counts steps. R igraph and NetworkX read a weight as a distance, which turns
    collaboration strength upside down. networkit 11.2 counts every pair of an undirected network twice: 4
    for each tie of a path of three actors, where NetworkX 3.6.1, igraph 1.0 and rustworkx 0.18 have 2.

    # Source

    Anthonisse (1971), The rush in a directed graph, Stichting Mathematisch Centrum, Amsterdam; Girvan and
    Newman (2002), Community structure in social and biological networks, *PNAS* 99,
    doi:10.1073/pnas.122653799; computed as in Brandes (2008), On variants of shortest-path betweenness
    centrality and their generic computation, *Social Networks* 30, doi:10.1016/j.socnet.2007.11.001.
    Time O(nm), with strengths O(nm + n² log n).

    Args:
        net: the network, or a study, of which its own view is taken.
        paths: length of a tie: 1/strength, or 1.
        scale: as counted, or the share of the largest number possible.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("uni", "hub"), ("college", "hub"), ("hub", "desk"), ("desk", "charity")])
        >>> found = tt.tie.betweenness(net).sort("value", descending=True)
        >>> found.select("from", "to", "value").row(0)  # 3 actors on one side, 2 on the other
        ('hub', 'desk', 6.0)
    """
    return found("tie betweenness", net, {"paths": paths, "scale": scale})


def bridges(
    net: Network | Study,
) -> Result:
    r"""Whether a tie alone joins two parts of the network, how much it joins, and how far the way round is.

    ```text
    bridge      yes, if the ends could not reach each other without the tie
    separated   actors on the smaller side, if the tie is a bridge; 0 if not
    span        steps between the ends without the tie: 2 if somebody is tied to both
    ```

    A bridge is the only way between two sides: news, trust and staff pass there or nowhere. A span of 3 or
    more is Granovetter's local bridge: there is a way round, but a long one, and nobody is tied to both ends.
    He expects such ties to be weak, and new things to come by them. A span of 2 means that the pair is
    embedded: others see what happens between them. Span is undefined for bridges, which have no way round.

    Ties are taken either way: a tie each way between a pair counts as one, and both rows say the same.
    Strengths do not count. Between two modes nothing is tied to both ends, so that the shortest span is 3,
    and activities on the smaller side count as separated too. A tie that was not observed may be a way
    round: with missing answers bridges are fewer and spans shorter than they seem.

    # Variants

    NetworkX (`bridges`, `local_bridges`) finds the same in undirected networks and refuses directed ones; it
    says infinity for the span of a bridge. igraph has bridges, and no spans. The ends of a bridge with others
    behind them are cut points (`actor cut_points`).

    # Source

    Granovetter (1973), The strength of weak ties, *American Journal of Sociology* 78, doi:10.1086/225469;
    Tarjan (1974), A note on finding the bridges of a graph, *Information Processing Letters* 2,
    doi:10.1016/0020-0190(74)90003-9. Time O(n + m) for bridges; for spans, a search around each other tie
    that ends where its sides meet.

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x")])
        >>> found = tt.tie.bridges(net)
        >>> found.filter(found["bridge"] == "yes").select("from", "to").rows()
        [('c', 'x')]
    """
    return found("tie bridges", net, {})


def crossing(
    net: Network | Study,
    *,
    by: str | Sequence[str] | None = None,
) -> Result:
    r"""Whether a tie joins actors of the same sector, locality or organisation, or crosses from one to another.

    ```text
    sector, locality, …   same        the two ends share one
                          different   they share none, and those of both are known
                          not known   that of an end is not on record
    crossing              yes         different in any of them
                          no          the same in all of them
                          not known   no difference is known, and something is not on record
    ```

    Each attribute that the ends are compared by has its own column, beside those of the two ends. An actor
    of several localities shares one with everyone in any of them. The organisation of a person is where
    the person holds posts, that of a unit the one it is part of; units of one organisation share it. What
    is not on record never counts as a difference, so the ties that cross are a lower bound. Each way of a
    directed network is a tie of its own. `whole ei_index` adds the ties up.

    # Variants

    `by` names other attributes: `locality:region`, `kind`, or a column of your own. UCINET and R netseg put
    an actor in one group only, so that an organisation at work in two localities crosses from whichever
    was written down. An unknown group is not a group of its own here; in R sna (`brokerage`) and NetworkX
    (`attribute_mixing_matrix`) it is, and every tie to it would cross.

    # Source

    Krackhardt and Stern (1988), Informal networks and organizational crises: an experimental simulation,
    *Social Psychology Quarterly* 51, doi:10.2307/2786835. Time O(m).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attributes to compare the ends by, with commas between; unless given, those of sector, locality and organisation that are on record.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college")],
        ...     {"id": ["uni", "poly", "college"], "sector": ["HE", "HE", "FE"]},
        ... )
        >>> tt.tie.crossing(net, by="sector").select("from", "to", "crossing").rows()
        [('uni', 'poly', 'no'), ('uni', 'college', 'yes')]
    """
    return found("tie crossing", net, {"by": by})


def embeddedness(
    net: Network | Study,
) -> Result:
    r"""How far the two ends of a tie move in the same circle: the alters they share, of all that either has.

    ```text
    common_alters_ij = number of k tied to both i and j
    alters_ij        = number of k tied to i or j, or both         k actors other than i and j
    overlap_ij       = common_alters_ij / alters_ij
    ```

    The alters of an actor are those it is tied to. A tie with an overlap near 1 lies deep inside a circle:
    if it went, its ends would still meet through others. A tie with overlap 0 joins two circles that
    otherwise have nothing to do with each other there, and what passes it is news to both sides.

    The overlap is undefined where neither end has another alter: the two are a pair on their own. In a
    directed network alters are those either way, and two actors tied both ways have the same values in
    both rows. Strengths do not count. A tie that was not observed counts as absent, so that `common_alters`
    is a lower bound.

    # Variants

    The Jaccard coefficients of NetworkX 3.6.1 and R igraph 1.3.5 count the two ends among the alters of
    each other, which keeps them below 1 for any tie: a tie in a triangle alone has 1/3 there and 1 here.
    That of python-igraph 1.0.0 takes each end as an alter of itself too, unless told `loops=False`, which
    keeps it above 0: the middle tie of a path of four actors has 1/2 there and 0 here. R sna has none.

    # Source

    Easley and Kleinberg (2010), *Networks, Crowds, and Markets*, ch. 3 (embeddedness and neighbourhood
    overlap); Onnela et al. (2007), Structure and tie strengths in mobile communication networks, *PNAS*
    104, doi:10.1073/pnas.0610245104. Time O(Σ over ties of the smaller degree · log of the larger).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x")])
        >>> tt.tie.embeddedness(net).select("from", "to", "common_alters", "overlap").rows()
        [('a', 'b', 1, 1.0), ('a', 'c', 1, 0.5), ('b', 'c', 1, 0.5), ('c', 'x', 0, 0.0)]
    """
    return found("tie embeddedness", net, {})


def suggestions(
    net: Network | Study,
    *,
    by: str = "sector",
    among: Literal["all", "connected"] = "all",
    most: int = 10,
) -> Result:
    r"""Which two actors of different groups, not tied now, would bring the groups closest if they worked together.

    ```text
    gain_ab = Σ (1/d′_st − 1/d_st)        over pairs s, t of different groups; 1/∞ = 0
    d_st      steps from s to t now        d′_st = min(d_st, d_sa + 1 + d_bt)  with a tie a → b;
                                           undirected also by way of b and then a
    closer    pairs of different groups for whom d′_st < d_st
    joined    those of them who have no way to each other now
    distance_now = d_ab                    common_alters = actors tied to both a and b
    ```

    Every pair without a tie is tried, and those with the largest gain are listed; of equal gain, those
    with more common alters first, as somebody can introduce them. A gain of 1 is what it is worth to tie
    two actors who are tied to nobody. Each tie is tried alone: two of the list that serve the same actors
    do not add up to both gains.

    Read the list as questions. It knows who is far from whom, not who has a reason to work with whom, nor
    which ties were tried and given up: see what the study has on record as wished for or reported absent
    (`status`). `reason` says each in a sentence; `through` names up to three common alters.

    Pairs are of different groups if they share none and the groups of both are known; actors of unknown
    group are not suggested, but paths go through them. Actors that stand for a group that was counted
    and not named are not suggested. Directed ties are tried one way, from → to. `distance_now` is
    undefined where there is no way. Where a dyad was not observed the reason says so: ask before
    introducing two who know each other. Strengths do not count. Pairs that equal the last of the `most`
    asked for, in gain and in the number of common alters, are all shown.

    # Variants

    Isolates have most to gain and tend to fill the list: `among = connected` leaves out all pairs who have
    no way to each other (directed: no way from the first to the second).

    Link prediction (common neighbours, Adamic–Adar, Jaccard in NetworkX and igraph) asks which tie is
    likely, and finds pairs already close; here the question is which would change most.

    # Source

    The gain is ours: the rise in efficiency of Latora and Marchiori (2001), Efficient behavior of
    small-world networks, *Physical Review Letters* 87, doi:10.1103/PhysRevLett.87.198701, over pairs of
    different groups and not divided by their number. Refused above 1 000 actors. Time O(nm + Σ over pairs
    tried of those who gain), at most O(n⁴).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        among: all pairs, or only those who have a way to each other: isolates are left out.
        most: how many pairs to suggest; more if others equal the last in gain and in common alters.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("hub", "college"), ("college", "school")],
        ...     {"id": ["uni", "hub", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.tie.suggestions(net)
        >>> found.select("from", "to", "through", "closer").rows()  # pairs of two sectors that come closer
        [('uni', 'college', 'hub', 2), ('hub', 'school', 'college', 2), ('uni', 'school', None, 1)]
    """
    return found("tie suggestions", net, {"by": by, "among": among, "most": most})
