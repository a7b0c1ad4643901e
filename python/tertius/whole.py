"""Measures with one value for the whole network.

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/whole/ and the
examples in python/examples/whole/: change those.
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
    "assortativity",
    "brokerage",
    "centralization",
    "communities",
    "components",
    "core_periphery",
    "density",
    "ei_index",
    "fragmentation",
    "geodesics",
    "krackhardt",
    "reciprocity",
    "robustness",
    "segregation",
    "transitivity",
    "triad_census",
    "two_mode_clustering",
]


def assortativity(
    net: Network | Study,
    *,
    kind: Literal["nominal", "numeric", "degree"] = "nominal",
    by: str = "sector",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""Whether ties join actors who are alike: of the same group, with similar numbers or with as many
    ties.

    ```text
    nominal  r = (Σ_k e_kk − Σ_k a_k b_k) / (1 − Σ_k a_k b_k)    e_kl share of ties from group k to l,
                                                                 a_k = Σ_l e_kl, b_k = Σ_l e_lk
             lowest = (s − Σ_k a_k b_k) / (1 − Σ_k a_k b_k)      s = max(0, max_k(a_k + b_k − 1)), the
                                                                 least share of ties inside groups
    numeric  r = Pearson's correlation of x at the start and y at the end of ties
    degree   the same, with x and y how many ties the two ends have
    standard_error = √Σ_t (r − r_t)²                             r_t without tie t (jackknife)
    ```

    1 means that every tie joins actors alike, 0 that the groups mix as their activity would have it;
    the least possible is `lowest`, which is seldom −1. An undirected tie counts both ways. In a
    directed network rows and columns stay apart, and `degree` takes the ties the sender sends and those
    the receiver receives; it counts ties in observed dyads only, where `actor degree` counts all known.
    `numeric` reads the values of `by` as numbers (a year of foundation, a size). Isolates do not
    matter: it is a measure of ties. Ties of actors of unknown group or of several are left out, as are
    dyads that were not observed. Undefined where no tie is left, where all are inside one group or all
    ends have the same number; the standard error also where that holds without one of the ties. The
    standard error takes ties as independent of each other, which they are not: it is no test.

    # Variants

    `ties = strength` weighs each tie (and adds up strengths for `degree`). In `degree` the jackknife
    keeps the degrees as they are. Newman's least value takes s = 0, which no network reaches where one
    group holds more than half of the ends of ties. NetworkX 3.6.1 has no weights here for groups and
    numbers (its `weight` is of the degrees), and takes actors without a group as one group more; R
    igraph does not take weights for groups. R netseg averages the two directions of a directed network
    before the index is taken, which is not Newman's. Where groups do not differ NetworkX gives NaN.

    # Source

    Newman (2003), Mixing patterns in networks, *Physical Review E* 67, doi:10.1103/PhysRevE.67.026126.
    Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        kind: in what the two ends of ties may be alike: their group, an attribute that is a number, or how many ties they have.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("college", "school")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> tt.whole.assortativity(net).value("assortativity")  # every tie stays inside its sector
        1.0
        >>> tt.whole.assortativity(net).value("lowest")
        -1.0
    """
    return found("whole assortativity", net, {"kind": kind, "by": by, "ties": ties})


def brokerage(
    net: Network | Study,
    *,
    by: str = "sector",
    null: Literal["density", "edges", "labels", "sna"] = "density",
    counting: Literal["pairs", "shared"] = "pairs",
) -> Result:
    r"""How much brokerage of each role there is in the whole network, against chance.

    ```text
    observed_r = Σ_v number of pairs that v brokers in role r
    expected_r = T_r p        T_r triples (a, v, b) of the role: v could broker a and b
                 null = density   p = d²(1−d), d density
                 null = edges     p = m(m−1)(M−m) / (M(M−1)(M−2)), m ties, M dyads
    expected_r = t T_r / T    t pairs brokered in any role, T all triples
                 null = labels
    sd_r       by chance, exact: triples that share a tie, or need the same tie there and not there, do
               not vary apart
    z_r        = (observed_r − expected_r) / sd_r
    ```

    An actor brokers a pair if it is tied to both and the two are not tied to each other. The roles are
    those of `actor brokerage`: coordinator, itinerant, representative, gatekeeper, liaison, and the
    total. In an undirected network every pair counts both ways. A positive z for liaison or itinerant
    means that groups are joined through third parties more than ties laid at random would do. `edges`
    is stricter than `density`, because the number of ties does not vary: its sd is smaller. `labels`
    deals out the groups of all three anew, while for actors and groups the broker keeps its own: what
    is expected of them does not add up to what is expected here. z is undefined where chance allows no
    spread, and with the sd where that is not known: with `null = labels`, and with `counting = shared`,
    where the brokers of a pair share it. Actors of unknown group, or of more than one, are left out
    with their ties; with unobserved dyads `edges` refuses.

    # Variants

    `null = sna` gives the sd of R sna. Its graph-level sd is exact for itinerant and liaison and too large
    for the others, because two triples on the same three actors may contradict each other in two ties and
    are counted as if in one: by up to a fifth for coordinator and total, by more than a half for
    representative and gatekeeper in two groups of ten at density 0.6 (33.1 for 21.4). It takes undirected
    networks as directed. Established by enumerating every directed network of five actors.

    # Source

    Gould and Fernandez (1989), Structures of mediation, *Sociological Methodology* 19, doi:10.2307/270949;
    variances derived for this library. Time O(Σ_v Σ_{a∈N(v)} min(d_a, √m) + groups²), groups³ in the way of
    sna, shared O(Σ_v in_v out_v), where v has alters N(v), in_v ties that it gets and out_v that it sends,
    and d_a is how many ties a has.

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        null: what is left to chance: each tie at the density found, where a fixed number of ties lie, who is in which group, or density as in R sna.
        counting: a pair with several brokers counts 1 for each, or is shared among them.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("hub", "college")],
        ...     {"id": ["uni", "college", "hub"], "sector": ["HE", "FE", "LA"]},
        ... )
        >>> found = tt.whole.brokerage(net)
        >>> found.value("liaison"), found.value("total"), found.value("coordinator")
        (2.0, 2.0, 0.0)
    """
    return found("whole brokerage", net, {"by": by, "null": null, "counting": counting})


def centralization(
    net: Network | Study,
    *,
    of: Literal["all", "degree", "betweenness", "closeness", "harmonic", "eigenvector"] = "all",
) -> Result:
    r"""How far a network is centred on one actor: the lead of the most central over all others, against the largest lead possible.

    ```text
    C = Σ_i (c_max − c_i) / largest        c_i the centralities of n actors, c_max the largest of them
                    undirected             directed
    degree          (n−1)(n−2)             2(n−1)(n−2); in_degree and out_degree (n−1)²
    betweenness     (n−1)²(n−2)/2          (n−1)²(n−2)
    closeness       (n−1)(n−2)/(2n−3)      not known           c_i = (n−1)/Σ_j d_ij    d_ij steps from i to j
    harmonic        (n−1)(n−2)/2           (n−1)²              c_i = Σ_j 1/d_ij, out and in
    eigenvector     n−2                    n−2                 the largest c_i is 1
    ```

    1 means that everything hangs on one actor, as in a star; 0 that all are alike, as in a ring. It speaks
    of one centre: a network with two hubs has less than one with a single hub. `differences` is the sum above
    the line, `largest` what is below it. Isolates count as actors. Strengths do not count; ties that were not
    observed count as absent.

    Closeness is undefined where some actor does not reach all others, the eigenvector where somebody has no
    value in `actor eigenvector`, and all of them among actors too few to differ. Two modes have other largest
    values: they are refused. Eigenvector centralization is largest in a lone pair beside isolates, not in a
    star, which has 0.75 among 10 actors and less than 1 always: compare networks by it, do not read it as a
    share.

    # Variants

    The largest sums, other than the eigenvector's, are those over all undirected networks of up to 7 actors
    and all directed ones of up to 5, found by trying each; that of the eigenvector follows, as the most
    central has 1 and those it draws on have at least 1 between them. R igraph's `centr_degree` leaves room
    for self-ties unless told otherwise: a star of 10 has 0.8. In R sna 2.7 a star of five actors whose ties
    all go out has 1.25 by closeness and 0.25 by `suminvdir`; here it has 1 by out_harmonic. sna measures the
    eigenvector by the lone pair with Σ c_i² = 1, UCINET by the star, which others can exceed. No largest
    value is known for information, Katz or PageRank: they are not offered.

    # Source

    Freeman (1978), Centrality in social networks: conceptual clarification, *Social Networks* 1,
    doi:10.1016/0378-8733(78)90021-7. Time O(nm), of degree O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        of: which centrality.

    Example:
        >>> import tertius as tt
        >>> star = tt.network([("hub", "a"), ("hub", "b"), ("hub", "c")])
        >>> ring = tt.network([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
        >>> tt.whole.centralization(star).value("degree"), tt.whole.centralization(ring).value("degree")
        (1.0, 0.0)
    """
    return found("whole centralization", net, {"of": of})


def communities(
    net: Network | Study,
    *,
    ties: Literal["strength", "binary"] = "strength",
    resolution: float = 1,
    runs: int = 10,
    seed: int = 1,
) -> Result:
    r"""How far a network falls into communities, circles with more ties inside than by chance, and how far repeated searches agree.

    ```text
    modularity Q = Σ_c [ L_c / m − γ (K_c / 2m)² ]        L_c ties inside community c, m all ties,
       directed    Σ_c [ L_c / m − γ O_c I_c / m² ]       K_c ties held by its members, O_c sent, I_c got,
       two modes   Σ_c [ L_c / m − γ K_c D_c / m² ]       K_c held by its actors, D_c by its activities
    γ = resolution; with ties = strength, each tie by its strength
    lowest_modularity   of the worst run
    communities         of two actors or more
    alone               actors in none
    largest             members of the largest
    agreement           mean adjusted Rand index of every two runs
    ```

    Q is the share of ties inside communities above what chance would put there, given how many ties everybody
    holds. It is found by search: the best of several runs is shown, and `agreement` says whether to believe
    it. 1: every run finds the same communities. Below some 0.7 there are several equally good divisions, and
    none is to be reported as the one. Random networks too have modularity (0.3 and more if sparse): a high Q
    alone is no finding. At γ = 1 small teams in a large network may be lumped together; raise γ to look for
    them. Q is undefined without a tie. An isolate is alone. Every community hangs together by its own ties.
    Missing answers move borders. The same seed gives the same communities.

    # Variants

    Each run moves actors, refines and aggregates until parts of communities have next to nothing to
    gain by moving (10⁻⁴ of a tie for each actor). python-igraph 1.0 maximises another quality (CPM,
    resolution 1) unless told otherwise, by which everybody in Zachary's club is alone; NetworkX 3.6 has
    no Leiden of its own. UCINET's Louvain compares with a quality that is out of date. Louvain itself
    can leave communities that do not hang together.

    # Source

    Newman and Girvan (2004), Finding and evaluating community structure in networks, *Physical Review E* 69,
    doi:10.1103/PhysRevE.69.026113; Traag, Waltman and van Eck (2019), From Louvain to Leiden: guaranteeing
    well-connected communities, *Scientific Reports* 9, doi:10.1038/s41598-019-41695-z; directed: Leicht and
    Newman (2008), *Physical Review Letters* 100, doi:10.1103/PhysRevLett.100.118703; two modes: Barber (2007),
    *Physical Review E* 76, doi:10.1103/PhysRevE.76.066102; agreement: Hubert and Arabie (1985), *Journal of
    Classification* 2, doi:10.1007/BF01908075. Time O(m) for each pass, near enough.

    Args:
        net: the network, or a study, of which its own view is taken.
        ties: whether each tie counts as 1 or by its strength.
        resolution: how many times as many ties as by chance a community must hold: more makes them smaller.
        runs: number of runs: the best is shown, and how far the others agree with it.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("b", "c"), ("a", "c"), ("c", "x"), ("x", "y"), ("y", "z"), ("x", "z")]
        ... )
        >>> found = tt.whole.communities(net)
        >>> found.value("communities"), found.value("agreement")
        (2.0, 1.0)
        >>> round(found.value("modularity"), 3)  # 6/7 of the ties inside; 1/2 by chance
        0.357
    """
    return found("whole communities", net, {"ties": ties, "resolution": resolution, "runs": runs, "seed": seed})


def components(
    net: Network | Study,
) -> Result:
    r"""The pieces a network is in: actors that can reach one another, whichever way ties run.

    ```text
    components          how many sets there are whose members reach one another by ties, and nobody else;
                        an isolate is one of its own
    largest             actors in the largest
    isolates            actors without any tie
    connected           pairs of actors in one component / all pairs
    strong_components   (directed) sets whose members reach one another along the direction of ties
    largest_strong      (directed) actors in the largest of these
    ```

    A share of connected pairs of 1 means that everybody can reach everybody, whichever way ties run; 0
    that nobody can reach anybody. It is undefined with fewer than two actors. Isolates are findings: who is
    on record and joined to nobody. Strengths do not count; between two modes activities count as actors. A
    missing tie can hold two pieces together, so with non-response the number of components is an upper
    bound.

    # Variants

    One minus `connected` is Borgatti's fragmentation F; Krackhardt calls `connected` connectedness.

    # Source

    Wasserman and Faust (1994), *Social Network Analysis*, Cambridge University Press, ch. 4; Krackhardt
    (1994), Graph theoretical dimensions of informal organizations, in Carley and Prietula (eds),
    *Computational Organization Theory*. Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("x", "y")], {"id": ["a", "b", "c", "x", "y", "z"]})
        >>> found = tt.whole.components(net)
        >>> found.value("components"), found.value("largest"), found.value("isolates")
        (3.0, 3.0, 1.0)
    """
    return found("whole components", net, {})


def core_periphery(
    net: Network | Study,
    *,
    pattern: Literal["ignore", "full"] = "ignore",
    ties: Literal["binary", "strength"] = "binary",
    draws: int = 500,
    seed: int = 1,
) -> Result:
    r"""Whether a network has a core whose members are tied to one another and a periphery whose members are not.

    ```text
    fit               Pearson correlation of what dyads hold with an ideal: 1 in the core, 0 in the periphery;
                      between the two 1 (pattern = full), or nothing: those dyads do not count (ignore)
    core_actors       members of the core of best fit
    core_density, between_density, periphery_density    mean of observed dyads (share that hold a tie)
    fit_by_chance     mean fit of random networks: the same ties laid on the observed dyads at random
                      (0 where none fits)
    p       = (1 + random networks that fit as well) / (1 + draws);  p_error = √(p (1 − p) / draws)
    continuous_fit    correlation of what dyads hold with c_i c_j, c the coreness of `actor core`
    ```

    Every network has a core of best fit, a random one too: read fit against fit_by_chance, and p before any
    claim. Chance is that of networks as dense, whoever holds the ties: a few actors with many ties are what
    a core is, so that how many ties each holds is not kept. With `ignore`, the default, the core is a group
    tied within; with `full` the periphery also hangs on every member of the core, as on the middle of a star.
    Up to 14 actors every core is tried, and a note says how many fit as well; beyond that, eleven searches
    that move one actor at a time may miss the best, in random networks too. Undefined if all dyads hold the
    same or there are too few. Direction: both dyads of a pair count. Isolates fit any periphery, and raise
    the fit. Two modes are refused.

    # Variants

    UCINET's default is `ignore`; the pattern `full` is the one in the first part of the paper. R netrics
    counts the diagonal, and of a directed network only one half. Most software gives a core without asking
    whether chance gives one as good. `ties = strength` takes strengths for what dyads hold.

    # Source

    Borgatti and Everett (1999), Models of core/periphery structures, *Social Networks* 21,
    doi:10.1016/S0378-8733(99)00019-2. Time O(n²) for each search and random network, O(2ⁿ n) up to 14 actors;
    up to 1 000 actors.

    Args:
        net: the network, or a study, of which its own view is taken.
        pattern: what is expected between core and periphery: anything, or every tie.
        ties: whether each tie counts as 1 or by its strength.
        draws: number of random networks that the fit is compared with.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("a", "x"), ("b", "y"), ("c", "z")])
        >>> found = tt.whole.core_periphery(net, draws=50)
        >>> found.value("core_actors"), found.value("core_density"), found.value("periphery_density")
        (3.0, 1.0, 0.0)
    """
    return found("whole core_periphery", net, {"pattern": pattern, "ties": ties, "draws": draws, "seed": seed})


def density(
    net: Network | Study,
) -> Result:
    r"""The share of observed pairs of actors that are tied.

    ```text
    density = ties in observed dyads / observed dyads
    dyads   = pairs of actors that could hold a tie: n(n−1)/2 undirected, n(n−1) directed,
              n₁n₂ between two modes, of n₁ actors and n₂ activities
    ```

    0 means that nobody is tied, 1 that everybody is tied to everybody. A pair is observed if somebody
    would have told of a tie: with a survey, if either end answered in full (in a directed network, if
    the sender did; if directed ties are taken as undirected, if both did); with documents, always,
    although a document is silent about most ties. A tie that is known from somebody else alone is in
    the network and not in its density: had there been none, nobody would have said, and counting only
    what was said would raise the share. Where dyads were not observed, `lowest` takes all of them as
    empty but for such ties, and `highest` as tied: the true density lies between. Density falls as
    networks grow, because nobody keeps up with everybody; compare networks of like size only. Undefined
    if no dyad was observed.

    `density_of_named` leaves out groups that were counted and not named: one such group stands for many
    pairs of actors of which nothing is known.

    # Variants

    The ties that a non-respondent did not tell of are missing, not absent: with 10 actors of whom one did
    not answer, a directed density is taken over 81 dyads, not 90. R sna does so where cells are NA, and
    adds up values of ties unless told not to; NetworkX and igraph have no missing dyads.

    # Source

    Wasserman and Faust (1994), *Social Network Analysis*, Cambridge University Press, ch. 4. Time O(m),
    with unobserved dyads O(n²).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("uni", "college"), ("college", "council")], {"id": ["charity"]})
        >>> tt.whole.density(net).value("density") == 2 / 6  # two ties among the six pairs of four
        True
    """
    return found("whole density", net, {})


def ei_index(
    net: Network | Study,
    *,
    by: str = "sector",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""Whether ties go outside the groups or stay inside: external minus internal ties, over both.

    ```text
    EI       = (E − I) / (E + I)            E ties between groups, I ties within
    expected = (D_E − D_I) / (D_E + D_I)    D_E, D_I observed dyads (pairs that could hold a tie),
                                            between and within groups
    lowest   = (2 max(0, m − D_I) − m) / m  m ties, given the density; internal dyads filled first
    highest  = (2 min(m, D_E) − m) / m
    rescaled = 2 (EI − lowest) / (highest − lowest) − 1
    ```

    −1 means that every tie stays inside, +1 that every tie crosses. With many small groups most dyads
    cross, so the index alone says little: compare it with `expected`, what ties laid at random would
    give, and with the range that group sizes allow. An actor in several groups (localities, say) shares
    a group with another if they have any in common. Ties of actors of unknown group are left out and
    counted; isolates count in `expected`. Undefined without a tie between actors of known group,
    `rescaled` also where the group sizes leave no range. Range and rescaled are of the number of ties, not
    of their strength.

    # Variants

    A tie counts as 1, directed or not; `ties = strength` adds strengths up. UCINET prints minimum, maximum,
    expected and rescaled index too. That actors may be in several groups is ours.

    # Source

    Krackhardt and Stern (1988), Informal networks and organizational crises: an experimental simulation,
    *Social Psychology Quarterly* 51, doi:10.2307/2786835. Time O(n + m + classes²).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college"), ("poly", "school"), ("poly", "college")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.whole.ei_index(net, by="sector")
        >>> found.value("external"), found.value("internal"), found.value("ei_index")
        (3.0, 1.0, 0.5)
        >>> found.value("lowest"), found.value("highest")  # what four ties among these sectors could give
        (0.0, 1.0)
    """
    return found("whole ei_index", net, {"by": by, "ties": ties})


def fragmentation(
    net: Network | Study,
) -> Result:
    r"""How far a network is in pieces: the share of pairs who cannot reach each other, and how remote the others are.

    ```text
    fragmentation          = 1 − Σ_c n_c (n_c − 1) / (n (n − 1))    n actors, n_c in component c
    distance_fragmentation = 1 − Σ_{i≠j} 1/d_ij / (n (n − 1))       d_ij steps from i to j;
                                                                    1/d_ij = 0 without a path
    …_along                  (directed) the same over ordered pairs, d_ij along the direction of ties
    ```

    0 means that everybody can reach everybody (by distance: directly), 1 that nobody reaches anybody.
    Fragmentation sees only breaks; its other form also sees detours, and tells networks in one piece apart:
    a line of ten actors has 0 and 0.57, two groups of five that are all tied within 0.56 and 0.56. The first
    two rows ignore the direction of ties. Strengths do not count. An isolate cannot be reached and raises
    both. They are undefined with fewer than two actors. Paths are of the ties that are known: with
    non-response both numbers are upper bounds. In a two-mode network paths go through activities, which
    count among the n.

    # Variants

    1/strength as the length of a tie would let the sum of nearness pass n(n−1), and the second form fall
    below 0. R keyplayer divides by the largest 1/d to prevent that, so that its number hangs on the one
    strongest tie. `fragmentation` is one minus `connected` of `whole components`; `actor key_players` has
    both after actors are taken out. One minus `distance_fragmentation` is the global efficiency of Latora
    and Marchiori.

    # Source

    Borgatti (2006), Identifying sets of key players in a social network, *Computational & Mathematical
    Organization Theory* 12, doi:10.1007/s10588-006-7084-x. Time O(nm).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("x", "y")])
        >>> found = tt.whole.fragmentation(net)
        >>> round(found.value("fragmentation"), 3)  # 4 of 6 pairs cannot reach each other
        0.667
    """
    return found("whole fragmentation", net, {})


def geodesics(
    net: Network | Study,
    *,
    paths: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""How far apart actors are: mean distance, diameter, radius, efficiency, and how many pairs are 1, 2, 3 … steps apart.

    ```text
    mean_distance   Σ d_st / connected pairs          d_st length of a shortest path from s to t
    diameter        the largest d_st                  both over the pairs that are connected
    radius          the smallest of max_t d_st        over actors s who can reach all others
    efficiency      Σ 1/d_st / pairs                  over all pairs; 1/∞ = 0 for those not connected
    pairs           n(n−1)/2 undirected, n(n−1) directed, of n actors
    connected_pairs those of whom one can reach the other
    distance_k      pairs that are k steps apart
    length of a tie = 1 (paths = binary), or 1 / strength (paths = strength)
    ```

    Distances are counts of steps unless strength is asked for, as that is what people mean by three
    handshakes; other measures of paths take strong ties as short unless told otherwise. By strength there
    are no rows `distance_k`, and distances follow the unit of the strengths.

    An undirected pair counts once, a directed one each way, along the ties. In a network in pieces, mean
    distance and diameter are those of the pairs that are connected: two separate pairs have a mean of 1,
    so read `connected_pairs` beside them. Efficiency takes every pair in, and is the number to
    compare networks by: 1 if every two actors are tied, 0 without a tie; strengths can carry it above 1.
    The mean and the diameter are undefined without a tie, the radius where nobody can reach everybody,
    efficiency with fewer than two actors. Between two modes every step leads from an actor to an activity
    or back: actors who share one are 2 apart, and activities count among the n. With non-response ties
    are missing, and distances seem longer than they are.

    # Variants

    NetworkX refuses mean distance, diameter and radius if a network is in pieces; igraph takes the pairs
    that are connected for all three, as here for the first two: its radius is 0 wherever there is an
    isolate. R sna has distances of Inf.

    # Source

    Wasserman and Faust (1994), *Social Network Analysis*, Cambridge University Press, ch. 4; efficiency:
    Latora and Marchiori (2001), Efficient behavior of small-world networks, *Physical Review Letters* 87,
    doi:10.1103/PhysRevLett.87.198701. Time O(nm), with strengths O(nm + n² log n).

    Args:
        net: the network, or a study, of which its own view is taken.
        paths: length of a tie: 1/strength, or 1.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("c", "d")])
        >>> found = tt.whole.geodesics(net)
        >>> round(found.value("mean_distance"), 3), found.value("diameter")
        (1.667, 3.0)
        >>> found.value("distance_1"), found.value("distance_2")  # pairs one and two steps apart
        (3.0, 2.0)
    """
    return found("whole geodesics", net, {"paths": paths})


def krackhardt(
    net: Network | Study,
) -> Result:
    r"""How near a network comes to a pure hierarchy: connected, one way, with no tie to spare and one top for each pair.

    ```text
    connectedness = Σ_c n_c (n_c − 1) / (n (n − 1))     n actors, n_c in component c, ties taken either way
    hierarchy     = 1 − M / (M + A)                     pairs of whom each reaches the other, M, or one only, A
    efficiency    = 1 − (m − Σ_c (n_c − 1)) / Σ_c [t_c − (n_c − 1)]
                    m ties, t_c room for ties in c: n_c (n_c − 1), undirected half of that
    least_upper_boundedness = 1 − V / Σ_c (n_c − 1)(n_c − 2) / 2
                    V pairs in a component without a least upper bound: one who reaches both (each reaches
                    itself) and whom everybody else who reaches both reaches as well
    ```

    A tie runs from superior to subordinate, or from who commissions to who is commissioned; turn the ties
    round if they are reported from below, for the last row changes. An out-tree, where one stands at the top
    and everybody else has one superior, has 1 on all four: a partnership should not, and how it departs is
    what to read. Low efficiency means ties beyond what connection needs, which keep it whole if somebody
    leaves; low hierarchy, that influence comes back; low boundedness, that some pairs have no one place to
    take a conflict to. Without direction hierarchy and boundedness are undefined. Connectedness is undefined
    with fewer than two actors, efficiency if no component has room for more ties than hold it together,
    boundedness if none has three actors, hierarchy if nobody reaches anybody. Strengths do not count. A
    missing answer hides ties.

    # Variants

    R sna 2.7 asks for a bound that reaches all others, a greatest one: where t sends to a and b, and each of
    these to c and d, it gives 1; c and d have three upper bounds and no least, so that 1 − 1/6 = 0.833 is
    right. It reads an undirected network as ties both ways, so that no tree reaches efficiency 1. Its
    `hierarchy` is reciprocity unless told otherwise. R netrics takes (n − 1)/m for efficiency.

    # Source

    Krackhardt (1994), Graph theoretical dimensions of informal organizations, in Carley and Prietula (eds),
    *Computational Organization Theory*, Lawrence Erlbaum. Time O(nm/64 + n³/64); hierarchy and boundedness
    up to 20 000 actors.

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("head", "a"), ("head", "b"), ("a", "x"), ("a", "y")], directed=True)
        >>> tt.whole.krackhardt(net)["value"].to_list()  # a tree: as hierarchic as can be
        [1.0, 1.0, 1.0, 1.0]
    """
    return found("whole krackhardt", net, {})


def reciprocity(
    net: Network | Study,
) -> Result:
    r"""How often a tie is returned, with the dyad census: pairs tied both ways, one way and not at all.

    ```text
    mutual M, asymmetric A, null N     pairs of actors, of whom both directions were observed; D = M + A + N
    edgewise    = 2M / (2M + A)        share of ties that are returned
    non_null    = M / (M + A)          share of tied pairs that are tied both ways
    dyadic      = (M + N) / D          share of pairs that agree, on a tie or on none
    log_ratio   = ln( (M / D) / d² )   d = (2M + A) / (2D), density: against d², what chance would return
    correlation = (M/D − d²) / (d − d²)   of the ties one way with those the other way
    ```

    `edgewise` is what most people mean. Take `correlation` to compare networks of different density: 0 is
    what chance gives, 1 that every tie is returned, below 0 that fewer are than by chance. Whether two
    organisations name each other says whether they see the same collaboration; a hierarchy is not returned
    by design. A pair counts only if it was observed both ways, in a survey if both answered: a silence is
    not a tie that was not returned. Isolates add null pairs, which `edgewise` and `non_null` do not see.
    Strengths do not count. Shares are undefined without a pair or a tie to take them of, `log_ratio` also
    if nothing is returned, `correlation` if every tie is there or none. Ties without direction have no
    reciprocity: the measure refuses them.

    # Variants

    `correlation` is also the ρ of Garlaschelli and Loffredo, (r − d) / (1 − d) with r = `edgewise`: the two
    are one number. The word alone names three different numbers: R sna 2.7 takes `dyadic` (an empty network
    scores 1), igraph and NetworkX take `edgewise`, UCINET prints `non_null` by dyads and `edgewise` by
    arcs. NetworkX 3.6.1 refuses a network without ties.

    # Source

    Wasserman and Faust (1994), *Social Network Analysis*, Cambridge University Press, ch. 13; Garlaschelli
    and Loffredo (2004), Patterns of link reciprocity in directed networks, *Physical Review Letters* 93,
    doi:10.1103/PhysRevLett.93.268701. Time O(m log n).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "a"), ("b", "c")], directed=True)
        >>> found = tt.whole.reciprocity(net)
        >>> found.value("mutual"), found.value("asymmetric"), found.value("null")
        (1.0, 1.0, 1.0)
        >>> round(found.value("edgewise"), 3)  # two of three ties are returned
        0.667
    """
    return found("whole reciprocity", net, {})


def robustness(
    net: Network | Study,
    *,
    measure: str | Sequence[str] = "actor betweenness",
    by: str = "sector",
    set: str | Sequence[str] | None = None,
    only: str | Sequence[str] | None = None,
    order: Literal["high", "low"] = "high",
    vary: str | Sequence[str] | None = None,
    certain: float = 1,
    probable: float = 0.8,
    ambiguous: float = 0.5,
    codings: str | Sequence[str] | None = None,
    draws: int = 1000,
    seed: int = 1,
) -> Result:
    r"""How far a ranking of actors hangs on each thing that the evidence leaves open.

    ```text
    version       as of `actor robustness`: the study with one thing left open decided by chance; `all`, with all
    top           share of versions in which a first actor is still first
    top_three     share in which it is among the first three
    top_decile    share in which it is in the first tenth of actors
    overlap       actors in the first tenth both times / actors in either, mean over versions
    correlation   Spearman's, between the values as observed and those of a version, mean over versions
    correlation_low   the value that 2.5 % of versions do not exceed
    ```

    Each row is one cause of doubt by itself: uncertain ties, who answered, who did not, rules for ties without
    direction, units, codings (the page of `actor robustness` says what becomes of each). The row with the
    lowest numbers is where more evidence would help most. First actors are those of rank 1 as observed; where
    there are several, one of them is enough. Undefined where no version has a ranking, and correlation where
    all values are the same.

    # Variants

    `vary` takes some of the causes. Borgatti, Carley and Krackhardt compare a true network with erroneous
    ones; here the observed one is compared with what else it could have been.

    # Source

    Borgatti, Carley and Krackhardt (2006), On the robustness of centrality measures under conditions of
    imperfect data, *Social Networks* 28, doi:10.1016/j.socnet.2005.05.001. Time O(causes × draws × (that of
    cutting the network and of the measure)).

    Args:
        net: the network, or a study, of which its own view is taken.
        measure: which measure, by unit and name.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        set: options of that measure, as in ties=strength,paths=binary.
        only: columns of its result, or quantities; all but its own expectations unless given.
        order: whether the first is the one with the highest value, or the lowest, as of constraint.
        vary: what varies: ties, answers, silence, rules, levels, codings; all that the study gives cause for unless given.
        certain: chance that evidence stated as certain holds.
        probable: chance that evidence stated as probable holds.
        ambiguous: chance that evidence stated as ambiguous holds.
        codings: other attributes that actors could be grouped by, for measures of groups.
        draws: number of plausible versions.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> found = tt.whole.robustness(study, vary="answers", draws=50)
        >>> found.value("answers", "top")  # the first stays first in every version
        1.0
    """
    return found("whole robustness", net, {"measure": measure, "by": by, "set": set, "only": only, "order": order, "vary": vary, "certain": certain, "probable": probable, "ambiguous": ambiguous, "codings": codings, "draws": draws, "seed": seed})


def segregation(
    net: Network | Study,
    *,
    by: str = "sector",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""How far the groups keep apart, by five indices that answer different questions.

    ```text
    freeman             1 − share of ties that cross / share of dyads that cross
    odds_ratio          (m_w / (D_w − m_w)) / (m_b / (D_b − m_b))    m ties, D dyads within, between groups
    log_odds            ln odds_ratio
    gupta_anderson_may  (Σ_g m_gg / m_g − 1) / (G − 1)     m_g ties of the members of g, m_gg those inside;
                                                           G groups; a tie has two ends, and counts at both
    ssi                 mean over actors of `actor segregation` (spectral segregation index)
    dyads               pairs of actors that could hold a tie, and were observed
    ```

    High values mean groups apart. For `freeman` and `gupta_anderson_may` 1 is groups with no tie between
    them and 0 no segregation, as for `log_odds`, which has no bounds; an odds ratio of 3 says that the
    odds of a tie are three times as high within groups as between them, 1 that they are the same. `ssi` is
    near 0 where most ties lead out of the groups, 1 where none does. Freeman asks how many crossing ties
    are missing; Gupta, Anderson and May ask it of each group alike, however large; the odds ratio does not
    depend on the density or on the sizes of groups, and is what a logistic regression of ties on being of
    one group gives; ssi, alone of the five, sees who is tied to whom beyond an actor's own ties, and
    isolates pull it towards 0. Ties of actors of unknown group are left out. An actor in several groups
    shares one with all in any of them for the first three, and is left out of the others.

    Each is undefined where there is no tie or dyad to divide by: the odds ratio where no tie crosses,
    which is complete segregation, or every dyad within groups holds one; log_odds also where none is
    inside or every dyad between groups holds one; gupta_anderson_may where a group has no tie, as one
    whose only members are in several groups; ssi in a directed network.

    # Variants

    Below expectation Freeman's index is 0 in his paper; here, as in R netseg, it goes on below 0.
    `ties = strength` weighs ties in freeman, gupta_anderson_may and ssi; odds are of their number.
    Directed, m_g are the ties that g sends; R netseg (`gamix`) copies the upper triangle of the mixing
    matrix over the lower one, and so discards half of a directed network. Its odds ratio (`orwg`)
    equals exp(nodematch) of an ERGM with edges and nodematch, as here.

    # Source

    Bojanowski and Corten (2014), Measuring segregation in social networks, *Social Networks* 39,
    doi:10.1016/j.socnet.2014.04.001, who compare them; Freeman (1978), Segregation in social networks,
    *Sociological Methods & Research* 6, doi:10.1177/004912417800600401; Moody (2001), Race, school
    integration, and friendship segregation in America, *American Journal of Sociology* 107,
    doi:10.1086/338954; Gupta, Anderson and May (1989), Networks of sexual contacts, *AIDS* 3; Echenique
    and Fryer (2007), A measure of segregation based on social interactions, *Quarterly Journal of
    Economics* 122, doi:10.1162/qjec.122.2.441. Time O(n + m + classes²), ssi O(m) for each round of
    power iteration.

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college"), ("college", "school"), ("uni", "school")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> tt.whole.segregation(net).value("freeman")
        0.25
        >>> tt.whole.segregation(net).value("odds_ratio") is None  # no untied pair inside: odds have no end
        True
    """
    return found("whole segregation", net, {"by": by, "ties": ties})


def transitivity(
    net: Network | Study,
) -> Result:
    r"""Whether the partners of a partner are partners too, and more than the number of ties makes likely.

    ```text
    two_paths          a – b – c of three actors (directed: a → b → c)
    closed_two_paths   those whose ends are tied (directed: a → c); undirected, a triangle has three
    transitivity       closed_two_paths / two_paths             undirected
    weak               closed_two_paths / two_paths             directed
    strong             share of ordered triples (a, b, c) where a → c if and only if a → b → c   directed
    centred            (T − d) / (1 − d)                        T transitivity or weak, d density
    local_mean         mean over actors of: tied pairs of alters / pairs of alters   undirected
    local_mean_zero    the same, 0 for actors with fewer than two alters
    ```

    High values mean closed circles: trust and news travel, and little comes from outside. T alone grows
    with density; `centred` is 0 where ties close two-paths as often as any other pair, 1 where all are
    closed. The local means give each actor the same weight, so small tight teams lift them above T. `strong`
    counts triples where nothing happens as agreement, and is near 1 in any sparse network: it is here because
    the books have it. A two-path counts only if it was observed whether its ends are tied. T is undefined
    without a two-path, `centred` also if every tie is there, `local_mean` if nobody has two alters, `strong`
    with fewer than three actors or if a dyad was not observed. Strengths do not count; two modes have no
    triangles (see `whole two_mode_clustering`).

    # Variants

    R sna 2.7 gives 1 where there is no two-path, and `strong` under one option of the same function. The
    local mean of NetworkX takes actors with fewer than two alters as 0, that of igraph leaves them out: in
    Zachary's club 0.5706 against 0.5879; NetworkX 3.6.1 told not to count zeros leaves out every actor at 0
    as well, 0.6063.

    # Source

    Wasserman and Faust (1994), *Social Network Analysis*, Cambridge University Press, ch. 6; local: Watts and
    Strogatz (1998), Collective dynamics of 'small-world' networks, *Nature* 393, doi:10.1038/30918; centred:
    Dekker, Krackhardt and Snijders (2019), Transitivity correlation, *Network Science* 7.
    Time O(Σ_v in_v out_v), in_v ties that v gets and out_v that it sends.

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x")])
        >>> tt.whole.transitivity(net).value("transitivity")  # of five two-paths three are closed
        0.6
    """
    return found("whole transitivity", net, {})


def triad_census(
    net: Network | Study,
) -> Result:
    r"""How many of all triples of actors are tied in each of the ways in which three can be.

    ```text
    undirected   no_tie, one_tie, two_ties, triangle
    directed     16 types, by how many of the three pairs are tied both ways, one way and not, and a letter:
                 D down, U up, C cycle or chain, T transitive
    021D  a ← b → c      021U  a → b ← c      021C  a → b → c
    111D  a ↔ b ← c  (the tie goes into the mutual dyad)     111U  a ↔ b → c  (out of it)
    030T  a → b → c, a → c                    030C  a → b → c → a
    120D  a ↔ c, b sends to both              120U  a ↔ c, both send to b     120C  a ↔ c, a → b → c
    003 no tie · 012 one tie · 102 one mutual · 201 two mutual · 210 two mutual and one · 300 all mutual
    ```

    What holds in small runs through a network: 030T and 120D, 120U, 300 are transitive; 021C, 111D, 111U, 201,
    120C, 210 and 030C each hold a two-path that is not closed. Many 021U: two turn to the same third and not
    to each other; many 201: someone works both ways with two who do not work with each other. The counts add
    up to all triples; most are empty in any sparse network, and isolates add empty ones. Only triples are
    counted all of whose dyads were observed, in a directed network both ways. Strengths do not count. Two
    modes are refused, and more than 20 000 actors if a dyad was not observed.

    # Variants

    The labels are those of R sna, igraph, NetworkX and UCINET, which agree (checked by structure); some
    textbooks print 111D and 111U the other way round. NetworkX 3.6.1 refuses undirected networks. R sna
    looks at every triple, O(n³).

    # Source

    Holland and Leinhardt (1970), A method for detecting structure in sociometric data, *American Journal of
    Sociology* 76, doi:10.1086/224954; Batagelj and Mrvar (2001), A subquadratic triad census algorithm for
    large sparse networks with small maximum degree, *Social Networks* 23, doi:10.1016/S0378-8733(01)00035-1.
    Time O(mΔ), Δ the largest degree; with unobserved dyads O(n³).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x")])
        >>> tt.whole.triad_census(net).rows()
        [('no_tie', 0.0), ('one_tie', 1.0), ('two_ties', 2.0), ('triangle', 1.0)]
    """
    return found("whole triad_census", net, {})


def two_mode_clustering(
    net: Network | Study,
) -> Result:
    r"""Whether the same actors meet again: how far those who share one activity share another too.

    ```text
    clustering  = 4 C₄ / L₃      C₄ four_cycles: two actors who share two activities
                                 L₃ three_paths: actor – activity – actor – activity, all different
    redundancy_of_actors      = mean over actors of two activities or more:
                                pairs of their activities that somebody else also joins / all such pairs
    redundancy_of_activities  = mean over activities of two actors or more:
                                pairs of their actors who also meet elsewhere / all such pairs
    ```

    In a network of actors and activities there are no triangles; the shortest closed circle is two who meet
    twice. Clustering is the share of paths of three ties that are closed into such a circle: 0, nobody meets
    the same person twice; 1, everybody who meets goes to all the same things. Redundancy says the same of
    one activity: at 1 its people would meet without it, at 0 it alone brings each two together. Both grow
    with density, and so with large activities; compare like with like. Undefined where there is no path of
    three ties, or nobody with two. Isolates and strengths do not count. It refuses networks of one mode,
    also of actors tied by shared activities: there every activity is a circle of its own, and transitivity
    is high by construction.

    # Variants

    Transitivity of the actors tied by shared activities is another thing, and no substitute. NetworkX 3.6.1,
    `robins_alexander_clustering`, gives 0 where there is no path of three ties, and `node_redundancy` refuses
    a network with any actor or activity of fewer than two, unless told which to take.

    # Source

    Robins and Alexander (2004), Small worlds among interlocking directors, *Computational & Mathematical
    Organization Theory* 10, doi:10.1023/B:CMOT.0000032580.12184.c0; Latapy, Magnien and Del Vecchio (2008),
    Basic notions for the analysis of large two-mode networks, *Social Networks* 30,
    doi:10.1016/j.socnet.2007.04.006. Time O(Σ k²), k the ties of each.

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.two_mode(
        ...     [("ann", "talk"), ("ben", "talk"), ("ann", "visit"), ("ben", "visit"), ("cat", "visit")]
        ... )
        >>> found = tt.whole.two_mode_clustering(net)
        >>> found.value("four_cycles"), found.value("three_paths")  # ann and ben meet twice
        (1.0, 6.0)
        >>> round(found.value("clustering"), 3)  # 4 × 1/6
        0.667
    """
    return found("whole two_mode_clustering", net, {})
