"""Measures with one value, or one profile, for each actor.

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/actor/ and the
examples in python/examples/actor/: change those.
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
    "alters",
    "betweenness",
    "betweenness_between",
    "betweenness_by_role",
    "bonacich_power",
    "bridging",
    "brokerage",
    "brokerage_exclusivity",
    "closeness",
    "community",
    "constraint",
    "core",
    "coreness",
    "cut_points",
    "degree",
    "effective_size",
    "ego_betweenness",
    "eigenvector",
    "hierarchy",
    "hits",
    "homophily",
    "honest_broker",
    "information",
    "katz",
    "key_players",
    "pagerank",
    "participation",
    "reach",
    "removal",
    "robustness",
    "segregation",
    "spanners",
]


def alters(
    net: Network | Study,
    *,
    by: str = "sector",
    direction: Literal["out", "in", "all"] = "out",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""Which groups an actor's alters, those it is tied to, come from, and how mixed they are.

    ```text
    alters, known   number of alters, and of those whose group is known
    p_g             share of the alters of known group who are in group g
    richness      = number of groups with p_g > 0
    blau        H = 1 − Σ_g p_g²
    unbiased_blau = 1 − (Σ_g p_g² − Σ_j w_j²/g_j) / (1 − Σ_j w_j²)
                    w_j what alter j counts, Σ_j w_j = 1; g_j number of groups that it is in
                  = H · k / (k − 1)     if each of the k alters counts 1 and is in one group
    iqv           = H / (1 − 1/K)       K groups of the whole network
    entropy       = −Σ_g p_g ln p_g
    composition     how many alters are in each group, in words
    ```

    `blau` is the chance that two draws among the alters, the same one allowed twice, give different
    groups: 0 if all are of one group, at most 1 − 1/K. With few alters it is low whatever they are: two
    alters can reach no more than ½. `unbiased_blau` draws two *different* alters, and is the one to
    compare between actors with few alters and with many. `iqv` is 1 where all K groups have equal
    parts. `entropy` is 0 for one group and highest for equal parts too, at most ln K.

    Alters of unknown group are counted in `alters` and in nothing else. An alter in several groups
    counts in each by an equal part (an organisation in two localities is half in each), in
    `composition` and `richness` wholly in each. K counts every group that any actor of the network is
    in, and the result says how many. Undefined for an actor without an alter of known group,
    unbiased_blau also with one alone, iqv also in a network of one group. Only known ties count: an
    actor that did not answer may have more alters, and more mixed ones, than it seems.

    # Variants

    `direction` says whose ties make alters in a directed network, `ties = strength` weighs alters by
    the strength of the tie. `blau` is the participation coefficient of `actor participation`. UCINET
    takes K from the whole attribute, as here; R ideanet takes the groups among the actor's own alters,
    so that two alters of two groups always score 1, and counts unknown as a group. R netrics counts the
    actor itself among its alters and gives 0 to an actor without ties. R egor takes logarithms to base
    2: `entropy` divided by 0.6931. None of these offers the unbiased index.

    # Source

    Blau (1977), *Inequality and Heterogeneity*, Free Press; Agresti and Agresti (1978), Statistical
    analysis of qualitative variation, *Sociological Methodology* 9, doi:10.2307/270810; Simpson (1949),
    Measurement of diversity, *Nature* 163, doi:10.1038/163688a0. Time O(n + m log K).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        direction: which ties of a directed network count: those sent, those received, or either way.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("hub", "uni"), ("hub", "college")],
        ...     {"id": ["hub", "uni", "college"], "sector": ["LA", "HE", "FE"]},
        ... )
        >>> tt.actor.alters(net).value("hub", "composition")
        'FE 1; HE 1'
        >>> tt.actor.alters(net).value("hub", "blau")
        0.5
        >>> tt.actor.alters(net).value("uni", "unbiased_blau") is None  # one alter cannot be mixed
        True
    """
    return found("actor alters", net, {"by": by, "direction": direction, "ties": ties})


def betweenness(
    net: Network | Study,
    *,
    paths: Literal["strength", "binary"] = "strength",
    scale: Literal["raw", "normalised"] = "raw",
    endpoints: Literal["exclude", "include"] = "exclude",
    sources: int = 0,
    seed: int = 1,
) -> Result:
    r"""How many pairs of other actors an actor lies between, on shortest paths.

    ```text
    B(v) = Σ_{s≠v≠t} σ_st(v) / σ_st     σ_st shortest paths from s to t, σ_st(v) those through v
    length of a tie = 1 / strength      (paths = strength), or 1 (paths = binary)
    normalised B(v) = B(v) / number of pairs of others: (n−1)(n−2)/2, or (n−1)(n−2) if directed;
                      n actors; between two modes see below
    endpoints = include   v also lies on each path that begins or ends with it: it adds 1 for each pair
                          of v with somebody whom a path joins to it; all pairs are n(n−1)/2, or n(n−1)
    ```

    Where the value is high, much of what passes through the network by the shortest way would pass this
    actor, who can hand it on or hold it up; 0 means that everybody can do without. A pair counts once
    in an undirected network, each way in a directed one, where paths follow the arrows; where several
    shortest paths join it, each actor gets its share of them. Pairs that cannot reach each other count
    for nobody; actors without ties have 0. To compare networks of different size take
    `scale = normalised`, 0 to 1: undefined where there is no pair to lie between, as among two actors.

    A strong tie is a short one, because strengths are what collaboration data record; take
    `paths = binary` where they mean little. Lengths that differ only by rounding (by less than one part
    in 10⁹) count as equal. Betweenness is sensitive to missing ties: where some did not answer, read
    ranks with care. It shows where things could pass, not that they do.

    # Variants

    Between two modes, as people and activities, the largest number is another, since no two actors of
    one mode are tied: `C(n−1, 2) − Σ_j C(1+κ_j, 2)`, where C(x, 2) is x(x−1)/2 and κ_j are the others
    of v's mode dealt out as evenly as can be to the actors j of the other. UCINET and NetworkX have the
    same. R netrics follows a smaller number printed by Borgatti and Everett (1997), with which a share
    can exceed 1.

    `sources = k` starts paths from k actors drawn by `seed` and scales up by n/k: for networks of many
    thousands. It is right on average; the result says how far, with 95 % confidence, every value is
    from the exact one at most: n(n−2)ε, half that if undirected, ε = √(ln(40n)/2k).

    igraph and NetworkX read a weight as a distance, which turns collaboration strength upside down: the
    weakest ties get the traffic; R igraph does so without being asked. networkit 11.2.2 does not halve
    the counts of an undirected network. It and NetworkX 3.6.1 take lengths for unequal that differ only
    by rounding (1/6 + 1/30 and 1/5). UCINET ignores weights.

    # Source

    Freeman (1977), A set of measures of centrality based on betweenness, *Sociometry* 40,
    doi:10.2307/3033543; Brandes (2001), A faster algorithm for betweenness centrality, *Journal of
    Mathematical Sociology* 25, doi:10.1080/0022250X.2001.9990249; drawn sources: Brandes and Pich
    (2007), Centrality estimation in large networks, *International Journal of Bifurcation and Chaos*
    17, doi:10.1142/S0218127407018403; their bound: Hoeffding (1963), *Journal of the American
    Statistical Association* 58, doi:10.1080/01621459.1963.10500830. Time O(nm), with strengths
    O(nm + n² log n).

    Args:
        net: the network, or a study, of which its own view is taken.
        paths: length of a tie: 1/strength, or 1.
        scale: as counted, or the share of the largest number possible.
        endpoints: whether an actor lies on the paths that begin or end with it.
        sources: how many actors are drawn for paths to start from; 0 takes them all.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("college", "hub"), ("council", "hub"), ("council", "charity")]
        ... )
        >>> tt.actor.betweenness(net).value("hub")  # between 5 of the 6 pairs of others
        5.0
        >>> tt.actor.betweenness(net, scale="normalised").value("council")  # between 3 of 6
        0.5
    """
    return found("actor betweenness", net, {"paths": paths, "scale": scale, "endpoints": endpoints, "sources": sources, "seed": seed})


def betweenness_between(
    net: Network | Study,
    *,
    by: str = "sector",
    from_: str | Sequence[str] | None = None,
    to: str | Sequence[str] | None = None,
    paths: Literal["strength", "binary"] = "strength",
    scale: Literal["raw", "normalised"] = "raw",
) -> Result:
    r"""How many pairs of actors from two chosen groups, or from any two different groups, an actor lies
    between.

    ```text
    B(v) = Σ σ_st(v) / σ_st     over pairs s in `from`, t in `to`, s ≠ v ≠ t;
                                σ_st shortest paths from s to t, σ_st(v) those through v
    pairs                       pairs that count of which v is not an end
    normalised B(v) = B(v) / pairs
    length of a tie = 1 / strength     (paths = strength), or 1 (paths = binary)
    ```

    It shows on whom a sector depends to reach another: `from_ VCS to HE`. High means that many of
    these pairs go through the actor, 0 that none needs it. Of the two options, the one left out stands
    for all actors in none of the groups the other names; without either, every pair of actors in
    different groups counts. The same group on both sides gives the pairs within it. Who stands between
    may be of any group, of theirs or not.

    An undirected pair counts once, whichever of its ends is in which group; a directed one goes from
    `from` to `to`. Actors of several groups are in each: they are in different groups from whoever
    shares none with them. Actors of unknown group are at no end, yet may be between; so may the
    activities of a network of two modes. Pairs that cannot reach each other count in `pairs` and for
    nobody, so that the normalised value is the share of the pairs that depend on v; it is undefined if
    there is no such pair. A tie that was not observed counts as absent: where some did not answer, read
    ranks with care.

    # Variants

    NetworkX 3.6.1 (`betweenness_centrality_subset`) and python-igraph 1.0 (`betweenness` with sources
    and targets) halve the counts of every undirected network, which is right only if both sides are the
    same group: on the path a – b – c, from a to c, both give b one half, though b is on the only path
    of the only pair. Flom's Q and gefura measures divide by the numbers of pairs, group by group; here
    every pair weighs the same, however large its groups.

    # Source

    Flom, Friedman, Strauss and Neaigus (2004), A new measure of linkage between two sub-networks,
    *Connections* 26; Guns and Rousseau (2015), Unnormalized and normalized forms of gefura measures in
    directed and undirected networks, *Frontiers of Information Technology & Electronic Engineering* 16,
    doi:10.1631/FITEE.1400425. Time O(nm + n²), with strengths O(nm + n² log n).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        from_: groups where pairs start, with commas between them; if not given, all actors in none of those of `to`.
        to: groups where pairs end, with commas between them; if not given, all actors in none of those of `from`.
        paths: length of a tie: 1/strength, or 1.
        scale: as counted, or the share of the largest number possible.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("hub", "college"), ("college", "school")],
        ...     {"id": ["uni", "college", "school", "hub"], "sector": ["HE", "FE", "schools", "LA"]},
        ... )
        >>> found = tt.actor.betweenness_between(net, by="sector", from_="HE", to=["FE", "schools"])
        >>> found.value("hub"), found.value("hub", "pairs")
        (2.0, 2.0)
        >>> found.value("college")
        1.0
    """
    return found("actor betweenness_between", net, {"by": by, "from": from_, "to": to, "paths": paths, "scale": scale})


def betweenness_by_role(
    net: Network | Study,
    *,
    by: str = "sector",
    paths: Literal["strength", "binary"] = "strength",
    distance: int = 0,
) -> Result:
    r"""How many pairs of other actors an actor lies between, split by the brokerage role it has for each
    pair.

    ```text
    B_r(v) = Σ σ_st(v) / σ_st     over pairs s, t for which v has role r;
                                  σ_st shortest paths from s to t, σ_st(v) those through v
    coordinator     A ⋯ A ⋯ A     s, v and t of one group
    itinerant       A ⋯ B ⋯ A     v is an outsider to both
    representative  A ⋯ A ⋯ B     v is of the group of s
    gatekeeper      A ⋯ B ⋯ B     v is of the group of t
    liaison         A ⋯ B ⋯ C     all of different groups
    unknown         the group of s, v or t is not known, or one of them is in several
    total           all of them: ordinary betweenness
    length of a tie = 1 / strength     (paths = strength), or 1 (paths = binary)
    ```

    `actor brokerage` looks at two contacts of an actor; this looks as far as paths go. Two actors with
    the same betweenness can differ in what it consists of: one may hold its own sector together,
    another join others' sectors. The six parts add up to `total`.

    In an undirected network each pair counts once, half in the role it gives one way and half in that
    of the other: a pair A ⋯ A ⋯ B counts ½ for representative and ½ for gatekeeper, which are always
    equal there. (`actor brokerage` counts every pair both ways.) The roles of an actor of unknown
    group, or of more than one, are undefined; it still passes things on for others, and all its
    betweenness is under `unknown`. So are pairs of which an end cannot be placed, among them the
    activities of a network of two modes. Pairs that cannot reach each other count for nobody; actors
    without ties have 0. A tie that was not observed counts as absent: where some did not answer, read
    ranks with care.

    # Variants

    `distance = 2` takes only pairs who are at most two steps apart, whatever the strengths. With
    `paths = binary` that is Gould and Fernandez brokerage with the credit for a pair divided among all
    who could broker it (half of `actor brokerage counting="shared"` in an undirected network whose
    groups are all known); UCINET offers the same as its option of partial credit. No software known to
    us splits all of betweenness: NetworkX 3.6, python-igraph 1.0 and R sna 2.7 do not.

    # Source

    Everett and Borgatti (2012), Categorical attribute based centrality: E–I and G–F centrality, *Social
    Networks* 34, doi:10.1016/j.socnet.2012.06.002; roles: Gould and Fernandez (1989), Structures of
    mediation, *Sociological Methodology* 19, doi:10.2307/270949; computed as in Brandes (2001), group
    by group of the target. Time O(nm · groups), with strengths O(nm · groups + n² log n).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        paths: length of a tie: 1/strength, or 1.
        distance: only pairs at most so many steps apart; 0 for all pairs, 2 for alters of the actor.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("hub", "college")],
        ...     {"id": ["uni", "college", "hub"], "sector": ["HE", "FE", "LA"]},
        ... )
        >>> tt.actor.betweenness_by_role(net).value("hub", "liaison")
        1.0
        >>> tt.actor.betweenness_by_role(net).value("hub", "total")
        1.0
    """
    return found("actor betweenness_by_role", net, {"by": by, "paths": paths, "distance": distance})


def bonacich_power(
    net: Network | Study,
    *,
    beta: float = 0.5,
    attenuation: Literal["share", "absolute"] = "share",
    direction: Literal["out", "in", "all"] = "out",
    ties: Literal["strength", "binary"] = "strength",
) -> Result:
    r"""How powerful an actor is by its ties, if ties to the powerful strengthen it, or weaken it.

    ```text
    c_i = Σ_j w_ij (a + β c_j)      w_ij strength of the tie from i to j;
                                    a such that squared scores add up to the number of actors
    β   = beta / λ₁                 attenuation = share: of the largest possible; λ₁ the largest
                                    eigenvalue, larger the more ties there are and the stronger
        = beta                      attenuation = absolute
    ```

    With β above zero it is good to be tied to those who have many ties: where knowledge is passed on.
    With β below zero it is good to be tied to those who have nobody else: where parties bargain, and
    alters with other partners can walk away. β = 0 is degree (strength); close to 1/λ₁ it is the
    eigenvector. A score of 1 is about average: squared scores are 1 on average. Below zero, which only
    a negative β can make it, an actor is weaker than without ties. Actors without ties have 0, and
    change all scores a little, as the average counts them.

    Ties sent count where ties have a direction (`direction`). β must lie within ±1/λ₁, or the sum has
    no end: it is refused otherwise, and the bound is said. Scores are undefined in a network without a
    tie, and by share where there is no bound because ties run in no circle, as in a hierarchy: give β
    itself there. A tie that was not observed counts as absent. Say which β was used: ranks depend on
    it.

    # Variants

    By default β is half of the largest possible. R sna (`bonpow`) and igraph (`power_centrality`) take
    1 as it is, which is outside the bound in nearly every network: their scores then mean nothing,
    without a warning; igraph ignores strengths. UCINET takes 0.999/λ₁, all but the eigenvector, and
    ties received.

    # Source

    Bonacich (1987), Power and centrality: a family of measures, *American Journal of Sociology* 92,
    doi:10.1086/228631. Time O(m) a step, with about 30 / ln(1/share) steps.

    Args:
        net: the network, or a study, of which its own view is taken.
        beta: how much the alters' own power counts, below zero if it weakens the actor: a share of the largest possible, between -1 and 1 (see attenuation).
        attenuation: whether the factor is given as a share of the largest possible (1/λ₁), or as it is.
        direction: which ties of a directed network count: those sent, those received, or either way.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
        >>> allies = tt.actor.bonacich_power(net, beta=0.5)
        >>> rivals = tt.actor.bonacich_power(net, beta=-0.5)
        >>> allies.value("c") > allies.value("b")  # ties to the powerful strengthen: the middle leads
        True
        >>> rivals.value("c") < rivals.value("b")  # power lies with those whose alters depend on them
        True
    """
    return found("actor bonacich_power", net, {"beta": beta, "attenuation": attenuation, "direction": direction, "ties": ties})


def bridging(
    net: Network | Study,
    *,
    variant: Literal["hwang", "valente_fujimoto"] = "hwang",
) -> Result:
    r"""Whether an actor lies where dense parts of the network meet, rather than inside one.

    ```text
    coefficient  Ψ(v) = (1/k_v) / Σ_u 1/k_u      u the alters of v (those it is tied to), k their number
    value        B(v) Ψ(v)                       variant = hwang; B betweenness, each pair once, in steps
    value        mean over the ties e of v of H(G) − H(G without e)      variant = valente_fujimoto
    H            mean of 1/d(s,t) over all pairs; d steps between them, 1/d = 0 without a path
    ```

    The coefficient is high for an actor with few ties to actors with many: a low door between busy
    rooms. Alone it also rewards an actor that merely hangs on a busy one, so it is multiplied by
    betweenness. Valente and Fujimoto ask how much farther apart everybody would be, on average, without
    a tie of the actor; they favour ties without which there is no way at all. High values mark bridges
    either way, 0 that nobody needs the actor to get across; compare them within one network.

    Undefined for an actor without alters. The second variant shrinks as actors are added who are tied
    to nobody. Unobserved ties make every tie look more needed. Ties count as 1; in a directed network
    they are taken either way. In a two-mode network both work, on the ties there are.

    # Variants

    Hwang and others also rank by the product of the two ranks; here the scores are multiplied, as they
    define it. Other software gives 0 to actors without ties. R influenceR divides the sum over pairs by
    n(n − 1) instead of half of it, so its values are half of these, and it stops at paths of 75 steps.
    `valente_fujimoto` is refused beyond 5 000 actors.

    # Source

    Hwang, Cho, Zhang and Ramanathan (2006), *Bridging centrality: identifying bridging nodes in
    scale-free networks*, University at Buffalo; Valente and Fujimoto (2010), Bridging: locating
    critical connectors in a network, *Social Networks* 32, doi:10.1016/j.socnet.2010.03.003.
    Time O(nm); valente_fujimoto O(nm) for each tie that is the one way on to somebody, at most O(n² m).

    Args:
        net: the network, or a study, of which its own view is taken.
        variant: betweenness times bridging coefficient, or what a tie of the actor is worth to distances.

    Example:
        >>> import tertius as tt
        >>> left = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "hub")]
        >>> right = [("hub", "x"), ("x", "y"), ("y", "z"), ("x", "z")]
        >>> found = tt.actor.bridging(tt.network(left + right))
        >>> found.sort("value", descending=True)["actor"][0]
        'hub'
        >>> found.value("hub", "betweenness"), found.value("hub", "coefficient")  # 3 × 3; ½ / ⅔
        (9.0, 0.75)
        >>> found.value("hub")
        6.75
    """
    return found("actor bridging", net, {"variant": variant})


def brokerage(
    net: Network | Study,
    *,
    by: str = "sector",
    null: Literal["density", "edges", "labels", "sna"] = "density",
    counting: Literal["pairs", "shared"] = "pairs",
) -> Result:
    r"""How often an actor stands between two others who are not tied to each other, by the groups of the
    three.

    ```text
    v brokers a → b   if a → v and v → b, but not a → b       a, v, b different actors
    coordinator       A → A → A    all of one group
    itinerant         A → B → A    the broker is an outsider to both
    representative    A → A → B    speaks for its own group
    gatekeeper        A → B → B    lets outsiders in to its own group
    liaison           A → B → C    all of different groups
    z = (observed − expected) / sd     sd how far chance strays from what it expects
    ```

    Beside the number observed stands what to expect by chance. What is left to chance is `null`:

    ```text
    density  each tie has chance d, the density    expected = T d²(1−d)
    edges    the m ties found lie anywhere         expected = T m(m−1)(M−m) / (M(M−1)(M−2))
    labels   groups of the others dealt out anew   expected = t · share of pairs of others in the role
    T pairs v could broker in the role, M pairs that could be tied, t pairs v brokers in all roles
    ```

    `density` and `edges` ask whether an actor brokers more than ties laid at random would have it, and
    mostly show who has many ties. `labels` keeps every tie and asks whether it brokers between sectors
    more than somebody of its sector in its place would: take it to tell bridging from being busy. z
    above 0 is more than expected, below 0 less; in small networks read |z| above 2 as a hint, no more.
    z is undefined where chance allows no spread: an actor cannot coordinate in a group of two.

    In an undirected network a broker stands between two actors both ways: every pair counts twice, and
    an A – A – B path once as representative and once as gatekeeper. `counting = shared` gives each of
    the k brokers of a pair 1/k; its sd is undefined, its expectation too under `edges`. Actors of
    unknown group, or of more than one, are left out with their ties, and counted in a note. A pair
    whose tie was not observed is not open, while `density` takes every pair as observed: z tends to be
    low; `edges` is refused then, and a network of two modes always. Brokerage is a position, not a
    benefit: the actor may join the two, keep them apart, or not know.

    # Variants

    `null = sna` is `density` as R sna 2.7 has it: both directions of an undirected tie as if
    independent, which inflates z there by √2 for coordinator, itinerant, liaison and total. Counts
    agree. UCINET has shared counting ("weighted"). NetworkX and igraph have no brokerage. R netrics,
    which wraps sna, exchanges the names gatekeeper and representative.

    # Source

    Gould and Fernandez (1989), Structures of mediation, *Sociological Methodology* 19,
    doi:10.2307/270949; shared: Everett and Borgatti (2012), *Social Networks* 34,
    doi:10.1016/j.socnet.2012.06.002. Expectation and sd are exact, derived for this library.
    Time O(Σ_v Σ_{a∈N(v)} min(d_a, √m) + groups²), d_a ties of a; shared O(Σ_v in_v out_v).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        null: what is left to chance: each tie at the density found, where a fixed number of ties lie, who is in which group, or density as in R sna.
        counting: a pair with several brokers counts 1 for each, or is shared among them.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("hub", "college"), ("hub", "council")],
        ...     {"id": ["uni", "college", "council", "hub"], "sector": ["HE", "FE", "LA", "LA"]},
        ... )
        >>> roles = tt.actor.brokerage(net, by="sector")
        >>> roles.value("hub", "liaison"), roles.value("hub", "gatekeeper"), roles.value("hub", "total")
        (2.0, 2.0, 6.0)
        >>> roles.filter(roles["total"] > 0)["actor"].to_list()
        ['hub']
    """
    return found("actor brokerage", net, {"by": by, "null": null, "counting": counting})


def brokerage_exclusivity(
    net: Network | Study,
    *,
    pairs: Literal["all", "across"] = "all",
    by: str = "sector",
) -> Result:
    r"""How many unconnected pairs an actor stands between, and between how many of them nobody else does.

    ```text
    activity    pairs a, b with a → v → b and not a → b
    exclusivity those of them for whom v is the only such v
    share       exclusivity / activity
    quadrant    above the mean of all actors in both: powerhouse; in activity alone: connector;
                in exclusivity alone: linchpin; in neither: sideliner
    ```

    Activity shows who brokers much; exclusivity, for whom there is no other way. Where a linchpin or a
    powerhouse leaves, pairs of actors lose their last go-between; a connector has others beside it. In
    an undirected network a pair counts once (so activity is half of the `total` of `actor brokerage`,
    if the group of everybody is known), in a directed one each way for itself. `share` is undefined for
    an actor who brokers no pair. A pair whose tie was not observed is not open; where some did not
    answer, a broker may seem the only one because others did not tell. Quadrants compare with the mean
    over all actors, those without ties too, so they depend on who is in the network.

    # Variants

    `pairs = across` counts pairs of actors who have no group in common: whether a broker's pairs are of
    two sectors or localities. Anybody can be their other broker, whatever its group. Pairs with an
    actor of unknown group are left out. Networks of two modes are refused. The authors use the two
    ideas for types of actors, with baseline models of ties; the numbers for each actor are those of R
    netrics, with three differences found in its source: it counts an undirected pair from both its
    ends, takes a → b as open though there is a tie if b sends none to a third, and gives no quadrant to
    a value equal to the mean, which is not above it here.

    # Source

    Hamilton, Hileman and Bodin (2020), Evaluating heterogeneous brokerage, *Social Networks* 61,
    doi:10.1016/j.socnet.2019.08.002. Time O(Σ_v in_v out_v), ties received times ties sent.

    Args:
        net: the network, or a study, of which its own view is taken.
        pairs: every pair that an actor brokers, or those of two groups.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.

    Example:
        >>> import tertius as tt
        >>> ties = [("uni", "hub"), ("college", "hub"), ("uni", "council"), ("college", "council")]
        >>> found = tt.actor.brokerage_exclusivity(tt.network([*ties, ("hub", "charity")]))
        >>> found.value("hub", "activity"), found.value("hub", "exclusivity")  # the council shares one pair
        (3.0, 2.0)
        >>> found.value("council", "activity"), found.value("council", "exclusivity")
        (1.0, 0.0)
    """
    return found("actor brokerage_exclusivity", net, {"pairs": pairs, "by": by})


def closeness(
    net: Network | Study,
    *,
    variant: Literal["harmonic", "wasserman_faust", "classic"] = "harmonic",
    direction: Literal["out", "in", "all"] = "out",
    paths: Literal["strength", "binary"] = "strength",
    scale: Literal["raw", "normalised"] = "raw",
) -> Result:
    r"""How near an actor is to all others, along the ties that lead from it to them.

    ```text
    d_ij             length of the shortest path from i to j; a tie is 1/strength long
                     (paths = strength), or 1 (paths = binary)
    harmonic         C_i = Σ_{j≠i} 1/d_ij                0 for each j that i does not reach
    wasserman_faust  C_i = r_i/(n−1) · r_i/Σ_j d_ij      over the r_i actors that i reaches, of n in all
    classic          C_i = (n−1)/Σ_{j≠i} d_ij            if i reaches all others, else undefined
    normalised       harmonic, over (n−1) times the greatest strength (paths = binary: over n−1)
    ```

    The harmonic sum reads as a number of actors one tie away: with `paths = binary` an alter counts 1,
    an actor two ties away a half, one who cannot be reached nothing. It is the default, because it
    compares actors of a network in pieces, and because an actor added elsewhere changes nobody's value.
    Actors without ties have 0. `reached` says how many others stand behind the value. Take classic only
    where everybody reaches everybody; Wasserman and Faust's multiplies the closeness to those reached
    by their share of the others. In a directed network `direction = out` takes paths from the actor,
    `in` those to it, `all` ties either way.

    Strong ties are short, so a value grows with the unit of the strengths; classic and Wasserman and
    Faust's, at most 1 with `paths = binary`, can exceed 1. Compare networks by `scale = normalised`,
    which is 1 for who is tied to everybody by ties as strong as the strongest of all, and undefined
    where there is nobody to reach; it changes the harmonic sum alone. Paths follow known ties: with
    missing answers distances are too long, not too short.

    # Variants

    Between two modes nobody of one's own mode is nearer than two ties. There the best possible sum
    takes the place of n−1 over a sum of distances: n_other + 2(n_own−1) for classic closeness (Borgatti
    and Everett), n_other + (n_own−1)/2 for the harmonic sum, of n_own actors of one's mode and n_other
    of the other. NetworkX 3.6.1 takes the former also for an actor who reaches few, so that its values
    exceed 1.

    On networks in pieces other software disagrees. Of a pair apart from a larger piece, igraph 1.0.0
    gives each actor the largest closeness there is, as it looks at each piece alone; R sna 2.7.1 gives
    everybody 0; NetworkX, rustworkx and networkit's generalised variant have Wasserman and Faust's.
    igraph and NetworkX take a weight as a distance: strong ties far. NetworkX and rustworkx take paths
    to the actor, R sna from it.

    # Source

    Marchiori and Latora (2000), Harmony in the small-world, *Physica A* 285,
    doi:10.1016/S0378-4371(00)00311-3; Wasserman and Faust (1994), *Social Network Analysis*, p. 201;
    Freeman (1978), Centrality in social networks: conceptual clarification, *Social Networks* 1,
    doi:10.1016/0378-8733(78)90021-7; two modes: Borgatti and Everett (1997), Network analysis of 2-mode
    data, *Social Networks* 19, doi:10.1016/S0378-8733(96)00301-2. Time O(nm), with strengths
    O(nm + n² log n).

    Args:
        net: the network, or a study, of which its own view is taken.
        variant: what is added up: 1/distance, or distances to those reached, or to all others.
        direction: which ties of a directed network count: those sent, those received, or either way.
        paths: length of a tie: 1/strength, or 1.
        scale: the harmonic sum as it is, or the share of the largest possible; other variants have one scale.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("college", "hub"), ("council", "hub"), ("council", "charity")]
        ... )
        >>> tt.actor.closeness(net).value("hub")  # three one step away, one two: 3 + 1/2
        3.5
        >>> tt.actor.closeness(net, variant="classic", scale="normalised").value("hub")  # 4/5
        0.8
    """
    return found("actor closeness", net, {"variant": variant, "direction": direction, "paths": paths, "scale": scale})


def community(
    net: Network | Study,
    *,
    ties: Literal["strength", "binary"] = "strength",
    resolution: float = 1,
    runs: int = 10,
    seed: int = 1,
) -> Result:
    r"""The community an actor is in, a circle with more ties inside than by chance, and how sure that is.

    ```text
    community   1 for the largest; those of one size in the order of their first members
    members     actors in it
    stability_v = mean over the other runs r of |C(v) ∩ C_r(v)| / |C(v) ∪ C_r(v)|
                  the members that two runs have in common, over those of either
    C(v)        the members of v's community in the best run, C_r(v) in run r
    ```

    Communities are those of highest modularity among several runs: see `whole communities` for the
    formula, directed networks and two modes. Stability is 1 for actors whose community has the same
    members in every run, and low for those on a border: brokers are often there, and which side they
    are put on is then chance, not a finding. Numbers are names: community 1 of one network has nothing
    to do with community 1 of another, or of another wave. Each community hangs together by its own
    ties; an actor without ties is one of its own. Strengths count unless `ties = binary`. Where answers
    are missing, people who did not answer are placed by what others told of them.

    # Variants

    `resolution` above 1 asks for more ties inside and gives smaller communities. Other software shows
    one run, which is one answer of many. python-igraph 1.0 (`community_leiden`) maximises another
    quality than modularity unless told otherwise, and puts each of the 34 actors of Zachary's karate
    club alone.

    # Source

    Newman and Girvan (2004), Finding and evaluating community structure in networks, *Physical Review
    E* 69, doi:10.1103/PhysRevE.69.026113; Traag, Waltman and van Eck (2019), From Louvain to Leiden:
    guaranteeing well-connected communities, *Scientific Reports* 9, doi:10.1038/s41598-019-41695-z.
    Time O(m) for each pass, near enough.

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
        >>> found = tt.actor.community(net)
        >>> found["community"].to_list()
        ['1', '1', '1', '2', '2', '2']
        >>> found.value("c", "stability")  # every search put it in the same circle
        1.0
    """
    return found("actor community", net, {"ties": ties, "resolution": resolution, "runs": runs, "seed": seed})


def constraint(
    net: Network | Study,
    *,
    model: Literal["whole", "ego"] = "whole",
) -> Result:
    r"""How little room an actor has to broker, because its contacts are few or tied to one another (Burt's
    constraint).

    ```text
    c_i  = Σ_j (p_ij + Σ_q p_iq p_qj)²     j an alter of i (an actor it is tied to); q any third actor
    p_ij = z_ij / Σ_k z_ik                 the share of what i gives to ties that goes to j
    z_ij = w_ij + w_ji (directed), w_ij (undirected)      w_ij strength of the tie
    ```

    The lower the constraint, the more structural holes around the actor: its contacts do not depend on
    one another, and it has room to join them. The highest values are those of actors whose few contacts
    are all tied together; an actor with one contact has 1. It is not bounded by 1: in a triangle each
    of the three has 1.125. `value` uses the strengths of ties, `unweighted` takes every tie as 1 (in a
    directed network a tie returned is 2); where all ties have one strength they are the same. Undefined
    for an actor without alters. A tie that was not observed counts as absent: contacts may know one
    another all the same.

    # Variants

    `model = whole`, the default, takes shares over the whole network, as Burt, igraph and NetworkX do.
    `model = ego` takes the shares of an alter over its ties to the actor and to the actor's other
    alters, as UCINET does by default: alters who are busy elsewhere then constrain more. The two differ
    on nearly every network, so say which. UCINET gives no value to an actor with one alter. It can also
    leave out one direction of directed ties; here both always count. Only alters count: an actor two
    steps away adds nothing, whatever it shares. NetworkX gives an actor with nothing but a tie to
    itself NaN or 4, depending on how it is asked; a network here has no such ties. R influenceR ignores
    direction.

    # Source

    Burt (1992), *Structural Holes*, Harvard University Press, eq. 2.4.
    Time O(Σ_i Σ_{j∈N(i)} min(d_j, √m)), d_j alters of j.

    Args:
        net: the network, or a study, of which its own view is taken.
        model: an alter's ties that count: all of them (Burt), or those within the ego network (UCINET).

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "uni"), ("hub", "college"), ("a", "b"), ("b", "c"), ("a", "c")])
        >>> tt.actor.constraint(net).value("hub")  # between two who are not tied
        0.5
        >>> tt.actor.constraint(net).value("a")  # in a closed circle of three
        1.125
        >>> tt.actor.constraint(net).value("uni")  # one contact alone
        1.0
    """
    return found("actor constraint", net, {"model": model})


def core(
    net: Network | Study,
    *,
    pattern: Literal["ignore", "full"] = "ignore",
    ties: Literal["binary", "strength"] = "binary",
    seed: int = 1,
) -> Result:
    r"""Whether an actor is in the core of a network, and how near to its middle.

    ```text
    core       yes, if the actor is in the core of best fit (see `whole core_periphery`)
    coreness   c_i ≥ 0 such that products c_i c_j come near the ties a_ij: Σ_{i≠j} (a_ij − s c_i c_j)²
               is made small by Comrey's rounds (MINRES), as a rule least; Σ_i c_i² = 1, s one number
               for all pairs
    a_ij       1 for a tie and 0 for none, or its strength (ties = strength)
    ```

    The core is a set that is tied within, against others who are not tied among themselves. Coreness
    has no border: it is high for those tied to others of high coreness, and near 0 at the rim. Read
    both after `whole core_periphery`, which says whether there is a core at all: if chance fits as
    well, the names here mean nothing. A note says if other cores fit as well, or if a search may have
    missed a better one.

    Coreness is undefined in a network without a tie; the core is left blank where all pairs hold the
    same. In a network in pieces coreness stays with one of them, and is 0 or nearly so in the others.
    Actors without ties are in the periphery, with coreness 0. Only observed pairs count; in a directed
    network both ways of a pair. Networks of two modes are refused, and those of more than 1 000 actors.

    The rounds of coreness may end short of the least sum where dyads were not observed, and where no
    solution is best, each being a little worse than another: in a star, whose middle comes near 1, and
    in some networks with strengths.

    # Variants

    `pattern = full` expects every tie between core and periphery too. Coreness is the MINRES of UCINET:
    no actor is compared with itself. R netrics compares each actor with itself too. `actor coreness` is
    another thing: nested sets of actors with k ties to one another.

    # Source

    Borgatti and Everett (1999), Models of core/periphery structures, *Social Networks* 21,
    doi:10.1016/S0378-8733(99)00019-2; MINRES: Comrey (1962), The minimum residual method of factor
    analysis, *Psychological Reports* 11. Time O(n²) for each search and round.

    Args:
        net: the network, or a study, of which its own view is taken.
        pattern: what is expected between core and periphery: anything, or every tie.
        ties: whether each tie counts as 1 or by its strength.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "b"), ("b", "c"), ("a", "c"), ("a", "x"), ("b", "y"), ("c", "z")]
        ... )
        >>> found = tt.actor.core(net)
        >>> found.filter(found["core"] == "yes")["actor"].to_list()
        ['a', 'b', 'c']
    """
    return found("actor core", net, {"pattern": pattern, "ties": ties, "seed": seed})


def coreness(
    net: Network | Study,
    *,
    direction: Literal["out", "in", "all"] = "all",
) -> Result:
    r"""How deep in the network an actor stands: the largest k such that it is in a group whose members each
    have at least k ties inside the group.

    ```text
    k-core       the largest set of actors who each have at least k alters (actors they are tied to) in
                 the set
    value_i    = the largest k such that i is in the k-core
    ```

    Take away all who have fewer than k alters, then all who now have fewer, and so on: who stays is in
    the k-core. Cores lie in one another. A high coreness is a matter of the group, not of the actor: to
    have many alters who have few others does not help, so that the middle of a star has 1, like its
    ends. Actors without ties have 0. Pieces of the network are treated alike, and a core may be in
    several.

    Ties count once, whatever their strength. Where they have a direction, an alter either way counts
    once by default; `direction = in` asks for k ties received from the set, `out` for k sent into it. A
    tie that was not observed counts as absent: with missing answers coreness is a lower bound.

    # Variants

    igraph (`mode = "all"`) and R sna (`cmode = "freeman"`) count an alter twice where ties run both
    ways, and so does NetworkX in a directed network. igraph and rustworkx count a tie of an actor to
    itself; networks here have none. UCINET takes ties either way, as here. Strengths would make other
    cores (s-cores); they are not offered. `actor core` is another thing: one core against one
    periphery.

    # Source

    Seidman (1983), Network structure and minimum degree, *Social Networks* 5,
    doi:10.1016/0378-8733(83)90028-X; Batagelj and Zaversnik (2003), An O(m) algorithm for cores
    decomposition of networks, arXiv:cs/0310049. Time O(n log n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        direction: which ties of a directed network count: those sent, those received, or either way.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x")])
        >>> tt.actor.coreness(net).value("a"), tt.actor.coreness(net).value("x")
        (2, 1)
    """
    return found("actor coreness", net, {"direction": direction})


def cut_points(
    net: Network | Study,
) -> Result:
    r"""Who holds parts of the network together that would come apart without that one actor.

    ```text
    cut_point       yes, if the piece of the network that the actor is in falls apart without it
    block           a set of actors, as large as can be, who stay joined whoever of them leaves;
                    a tie that has no way round makes a block of two
    blocks          blocks that the actor is in; into so many pieces does its piece fall without it
    largest_block   actors in the largest of them, itself counted
    ```

    A cut point is in two blocks or more: some can reach others only through it. Actors whose largest
    block is large stand in a part of the network that no single leaving can break; one with a largest
    block of 2 hangs on by ties that have no way round. Actors without ties are in no block. The
    direction and strength of ties are ignored, and pieces of the network do not matter to one another.
    What would be lost with a cut point is the measure `actor removal`; ties that hold parts together
    alone are `tie bridges`. A tie that was not observed may hold the parts together, or hang another
    part on an actor.

    # Variants

    NetworkX (`articulation_points`), igraph and rustworkx find the same actors. R sna (`cutpoints`)
    takes ties as directed unless told otherwise, and offers strong and recursive versions. Sets of two
    or more actors who only together are a cut are not looked for: see `actor key_players`.

    # Source

    Hopcroft and Tarjan (1973), Algorithm 447: efficient algorithms for graph manipulation,
    *Communications of the ACM* 16, doi:10.1145/362248.362272. Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("uni", "college"), ("college", "hub"), ("uni", "hub"), ("hub", "charity")])
        >>> found = tt.actor.cut_points(net)
        >>> found.filter(found["cut_point"] == "yes")["actor"].to_list()
        ['hub']
        >>> found.value("hub", "blocks")  # without it, two parts are left
        2
    """
    return found("actor cut_points", net, {})


def degree(
    net: Network | Study,
    *,
    alpha: float = 0.5,
) -> Result:
    r"""How many ties an actor has, how strong they are in all, and both in one number.

    ```text
    undirected   degree_i = number of j with a tie i – j          strength_i = Σ_j w_ij
    directed     in_degree_i = number of j with j → i             out_degree_i = number of j with i → j
                 degree_i = in_degree_i + out_degree_i, and so with strengths
    opsahl_i     = degree_i · (strength_i / degree_i)^α           α = 0 the degree, α = 1 the strength
    normalised_i = degree_i / (n − 1)                             w_ij strength of the tie; n actors
                 = degree_i / (2(n − 1)) if directed
                 = degree_i / number of actors of the other mode, between two modes
    ```

    A tie counts once however many pieces of evidence stand behind it; its strength adds them up as the
    view says. Between α = 0 and 1, `opsahl` gives more for many ties and more for strong ties; above 1
    it gives more for the same strength to fewer ties. It is 0 for an actor without ties, by convention
    (0/0), and grows with the unit of the strengths: compare it within one network. Normalised values
    run from 0 (no tie) to 1 (tied to everybody, both ways if directed), and are undefined where there
    is no other actor. All known ties are counted: for an actor that did not answer, the number is a
    lower bound, and the result says how many pairs were not observed. High degree means many contacts,
    not influence.

    # Variants

    Ties of an actor to itself are left out; NetworkX and igraph add 2 for each, R sna (asked for the
    diagonal) 1. NetworkX divides the total degree of a directed network by n − 1, so that it runs to 2.
    R sna takes every network as directed unless told otherwise, which doubles the degrees of an
    undirected one. R netrics divides weighted degrees by the largest that was observed, UCINET by the
    largest strength of a tie times n − 1: neither compares across networks. R tnet reports `opsahl` in
    one direction at a time, here `in_opsahl` and `out_opsahl`; the column without a prefix takes both
    together.

    # Source

    Freeman (1978), Centrality in social networks: conceptual clarification, *Social Networks* 1,
    doi:10.1016/0378-8733(78)90021-7; strength: Barrat et al. (2004), *PNAS* 101,
    doi:10.1073/pnas.0400087101; both in one: Opsahl, Agneessens and Skvoretz (2010), Node centrality in
    weighted networks: generalizing degree and shortest paths, *Social Networks* 32,
    doi:10.1016/j.socnet.2010.03.006. Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        alpha: weight of strength in opsahl: 0 is the degree, 1 the strength, 0.5 half way.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("uni", "college", 3.0), ("uni", "council", 1.0)])
        >>> found = tt.actor.degree(net)
        >>> found.value("uni", "degree"), found.value("uni", "strength"), found.value("uni", "normalised")
        (2, 4.0, 1.0)
        >>> tt.actor.degree(net, alpha=1).value("uni", "opsahl")  # alpha = 1: the strength alone
        4.0
    """
    return found("actor degree", net, {"alpha": alpha})


def effective_size(
    net: Network | Study,
    *,
    model: Literal["whole", "ego"] = "whole",
) -> Result:
    r"""How many contacts an actor has that do not repeat one another.

    ```text
    ES_i = Σ_j (1 − Σ_q p_iq m_jq)     j an alter of i (an actor it is tied to); q another alter of i
    p_iq = z_iq / Σ_k z_ik             the share of what i gives to ties that goes to q
    m_jq = z_jq / max_k z_jk           how strong j's tie to q is, beside the strongest tie of j
    z_ij = w_ij + w_ji (directed), w_ij (undirected)      w_ij strength of the tie
    efficiency_i = ES_i / k_i          k_i number of alters
    ```

    With undirected ties of one strength it is k − 2t/k, where t is the number of ties among the k
    alters (Borgatti 1997): the number of alters, less the number of ties that each has to the others on
    average. An actor whose contacts are not tied to one another has an effective size of their number,
    and efficiency 1; where everyone is tied to everyone it is about 1. High effective size means varied
    sources; high efficiency means that few ties are spent on the same source twice.

    `value` and `efficiency` use the strengths of ties; `unweighted` and `unweighted_efficiency` take
    every tie as 1 (in a directed network a tie returned is 2). Undefined for an actor without alters.
    Ties that were not observed may hide that contacts know one another: where some did not answer, it
    tends to be too high.

    # Variants

    `model = ego` takes the strongest tie of j among those to i and to other alters of i, as UCINET does
    by default; it makes no difference where all ties are of one strength. UCINET gives 0 to an actor
    without ties. NetworkX 3.6.1 is wrong for weighted and for directed networks when asked for all
    actors at once (it divides by the strongest tie of q and not of j), and right with `nodes=` given.
    EasyGraph 1.6 gives 1, the lowest value, to an actor whose contacts are not tied to one another, who
    has the highest.

    # Source

    Burt (1992), *Structural Holes*, Harvard University Press; Borgatti (1997), Structural holes:
    unpacking Burt's redundancy measures, *Connections* 20. Time O(Σ_i Σ_{j∈N(i)} min(d_j, √m)), d_j
    alters of j.

    Args:
        net: the network, or a study, of which its own view is taken.
        model: an alter's ties that count: all of them (Burt), or those within the ego network (UCINET).

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "a"), ("hub", "b"), ("hub", "c"), ("a", "b")])
        >>> found = tt.actor.effective_size(net, model="ego")
        >>> round(found.value("hub"), 3)  # three contacts, but a and b repeat each other
        2.333
        >>> round(found.value("hub", "efficiency"), 3)
        0.778
    """
    return found("actor effective_size", net, {"model": model})


def ego_betweenness(
    net: Network | Study,
) -> Result:
    r"""How many pairs of its own alters an actor stands between, counting only ties among itself and them.

    ```text
    EB(v) = Σ 1 / p_jk      over pairs of alters j, k of v (actors it is tied to) that are not tied to
                            each other; p_jk ways j – · – k through v or another alter of v
    directed                over ordered pairs with j → v → k and not j → k; p_jk ways j → · → k
    normalised EB(v) = EB(v) / (k(k−1)/2), or k(k−1) if directed      k alters, either way
    ```

    It is what can be known from the accounts of an actor and its alters alone, needs no complete
    network, and often ranks actors as ordinary betweenness does. High means that many of the actor's
    contacts meet only through it; normalised, 1 means that all do. A pair of alters with several
    go-betweens among them counts for a share; those outside do not matter. Strengths are not looked at.

    Actors with no alter or one have 0; normalised it is undefined for them, as there is no pair. A tie
    between alters that was not observed counts as absent: where alters did not answer, the number is an
    upper bound for the pairs it takes in. Networks of two modes are refused.

    # Variants

    In an undirected network this is the betweenness of an actor in the network of itself and its
    alters, in steps. In a directed one that betweenness would also count ways of three steps or more (j
    → i → v → k) between alters who are tied to v only one way; they are not counted here. UCINET halves
    the sum only where the ego network is symmetric, its normalised value is a percentage. EasyGraph
    1.6.3 has 0 for everybody.

    # Source

    Everett and Borgatti (2005), Ego network betweenness, *Social Networks* 27,
    doi:10.1016/j.socnet.2004.11.007. Time O(Σ over ties of the degrees of both ends' alters).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "a"), ("hub", "b"), ("hub", "c"), ("a", "b")])
        >>> tt.actor.ego_betweenness(net).value("hub")  # a and b need nobody: two pairs of three are left
        2.0
        >>> tt.actor.ego_betweenness(net).value("c", "normalised") is None  # one alter makes no pair
        True
    """
    return found("actor ego_betweenness", net, {})


def eigenvector(
    net: Network | Study,
    *,
    direction: Literal["out", "in", "all"] = "in",
    ties: Literal["strength", "binary"] = "strength",
    components: Literal["main", "each", "lambda_squared"] = "main",
    norm: Literal["max", "euclidean"] = "max",
) -> Result:
    r"""How central the actors are that an actor is tied to, and those that they are tied to in turn.

    ```text
    λ x_i = Σ_j w_ji x_j      w_ji strength of the tie from j to i; λ one number for all, the largest
                              for which there are such x (the largest eigenvalue)
    norm = max                largest x_i = 1               norm = euclidean   Σ_i x_i² = 1
    pieces of the network (components) k, each with its λ_k and scores v_ki, Σ_i v_ki² = 1:
    main             x_i = v_ki in the piece with the largest λ_k
    each             x_i = v_ki in its own piece
    lambda_squared   x_i = λ_k² (Σ_j v_kj) v_ki
    ```

    An actor scores high by ties to actors who score high: one with a score of 0.5 draws on half as much
    as the most central actor does. Where ties have a direction, those received count
    (`direction = in`): who is chosen by the chosen. Strengths count; only their proportions matter. An
    actor who draws on nobody has 0, and so has one who draws only on such actors.

    Scores of different pieces do not compare, so they are undefined outside the piece with the largest
    λ; actors without ties have 0. They are undefined for all where several pieces, or several circles
    of directed ties, have that same λ, and where ties run in no circle, as in a hierarchy: `actor katz`
    says something there. In a loosely knit network nearly all of the scores lie in its densest part:
    other actors near 0 are far from that part, not without ties. A tie that was not observed counts as
    absent.

    # Variants

    `each` and `lambda_squared` (UCINET's rule, which weighs pieces by how much they hold) say something
    of every piece; with `each` the norm holds within each piece, with `lambda_squared` over them all.
    igraph scales to a maximum of 1, NetworkX, R sna and UCINET to Σ x² = 1; sna takes ties sent. UCINET
    makes directed ties undirected by the larger. igraph and NetworkX report 0, or rounding, outside the
    leading piece, and one answer of many where several lead. R sna 2.7-1 (`evcent`) fails between two
    modes: a star of four scores 0.5 everywhere, with a warning.

    # Source

    Bonacich (1972), Factoring and weighting approaches to status scores and clique identification,
    *Journal of Mathematical Sociology* 2, doi:10.1080/0022250X.1972.9989806. Time O(m) a round, with
    more rounds the closer the second eigenvalue is to the largest, until scores are right to 10⁻¹².

    Args:
        net: the network, or a study, of which its own view is taken.
        direction: which ties of a directed network count: those sent, those received, or either way.
        ties: whether each tie counts as 1 or by its strength.
        components: where a network is in pieces: scores in the leading piece alone, in each piece by itself, or in all by UCINET's rule.
        norm: what is 1: the largest score, or the sum of squared scores; with `each`, in each piece.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "a"), ("hub", "b"), ("hub", "c"), ("hub", "d")])
        >>> found = tt.actor.eigenvector(net)
        >>> round(found.value("hub"), 3), round(found.value("a"), 3)
        (1.0, 0.5)
    """
    return found("actor eigenvector", net, {"direction": direction, "ties": ties, "components": components, "norm": norm})


def hierarchy(
    net: Network | Study,
    *,
    model: Literal["whole", "ego"] = "whole",
) -> Result:
    r"""Whether what constrains an actor comes from one contact above all, or from all of them alike.

    ```text
    H_i = Σ_j r_j ln r_j / (k ln k)      j each of the k alters of i (the actors it is tied to)
    r_j = c_ij / (C_i / k)               c_ij against its mean over the alters
    c_ij = (p_ij + Σ_q p_iq p_qj)²       what j adds to the constraint of i, as in `actor constraint`
    C_i = Σ_j c_ij                       the constraint of i
    ```

    0 means that every alter constrains the actor as much as any other; near 1, that nearly all of the
    constraint comes from one alter: a lead partner or a funder through whom everything else goes. Read
    it beside constraint: an actor with high constraint and low hierarchy is in a closed group, one with
    high constraint and high hierarchy hangs on somebody. It compares alters with one another, so it is
    undefined for an actor with one alter, and for one without. `value` uses the strengths of ties,
    `unweighted` takes every tie as 1 (in a directed network a tie returned is 2). A tie that was not
    observed counts as absent.

    # Variants

    `model = ego` takes the shares of alters within the ego network, the actor and its alters, as UCINET
    does by default. For an actor with one alter UCINET gives 1 and EasyGraph 0: the formula is 0/0, and
    neither is a finding. R netrics computes it from the total constraint of each alter instead of the
    constraint that the actor has from each.

    # Source

    Burt (1992), *Structural Holes*, Harvard University Press; the index is the Coleman–Theil index of
    disorder. Time O(Σ_i Σ_{j∈N(i)} min(d_j, √m)), d_j alters of j.

    Args:
        net: the network, or a study, of which its own view is taken.
        model: an alter's ties that count: all of them (Burt), or those within the ego network (UCINET).

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("hub", "a", 2.0), ("hub", "b", 1.0)])
        >>> round(tt.actor.hierarchy(net).value("hub"), 3)  # more of what constrains it comes from a
        0.278
        >>> round(tt.actor.hierarchy(net).value("hub", "unweighted"), 3)  # by ties alone, both are alike
        0.0
        >>> tt.actor.hierarchy(net).value("a") is None  # one contact cannot be uneven
        True
    """
    return found("actor hierarchy", net, {"model": model})


def hits(
    net: Network | Study,
    *,
    ties: Literal["strength", "binary"] = "strength",
) -> Result:
    r"""Who points to those who are much pointed to (hubs), and who is pointed to by them (authorities).

    ```text
    σ h_i = Σ_j w_ij a_j        hub: ties sent to good authorities          Σ_i h_i = 1
    σ a_j = Σ_i w_ij h_i        authority: ties received from good hubs     Σ_j a_j = 1
    w_ij  strength of the tie from i to j
    σ     one number for all, the largest for which there are such h and a (the largest singular value)
    ```

    In a network of advice or referral, hubs know whom to ask, and authorities are asked. One actor can
    be both. Who sends no tie has a hub score of 0, who receives none an authority score of 0. Scores
    add up to 1, so that with n actors 1/n is average. Strengths count, in proportion. Where ties have
    no direction the two are the same: eigenvector centrality.

    Only actors joined by paths of ties sent and received by turns compare. Scores are undefined outside
    the part with the largest σ, and for all where several parts have the same σ (a → b → c has two: a
    with b, and b with c), or where there is no tie. Undirected, a part is a component. Where its ties
    only run between two sides, as in a star, one side could be hubs alone and the other authorities
    alone; of these answers and all between, the one with both scores the same is given. The same ties
    recorded both ways in a directed network are two parts that lead alike: undefined. As with the
    eigenvector, scores gather in the densest part: most actors may be near 0. A tie that was not
    observed counts as absent.

    # Variants

    igraph scales to a maximum of 1, NetworkX and rustworkx to a sum of 1. Where several parts lead
    alike NetworkX 3.6.1 draws one of the many answers at random (a → b → c: another in each run, some
    below 0), and outside the leading part it prints 0, or rounding.

    # Source

    Kleinberg (1999), Authoritative sources in a hyperlinked environment, *Journal of the ACM* 46,
    doi:10.1145/324133.324140. Time O(m) a round, with more rounds the closer the second singular value
    is to the largest, until scores are right to 10⁻¹² of the largest.

    Args:
        net: the network, or a study, of which its own view is taken.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "x"), ("b", "x"), ("b", "y")], directed=True)
        >>> found = tt.actor.hits(net)
        >>> found.sort("hub", descending=True)["actor"][0]  # who points to those much pointed to
        'b'
        >>> found.sort("authority", descending=True)["actor"][0]  # who is pointed to by them
        'x'
    """
    return found("actor hits", net, {"ties": ties})


def homophily(
    net: Network | Study,
    *,
    by: str = "sector",
    direction: Literal["out", "in", "all"] = "out",
) -> Result:
    r"""Whether an actor's ties stay in its own group, compared with whom it could have been tied to.

    ```text
                      of its group   of others
    tied                   a             b            tied_same, tied_different
    not tied               c             d            untied_same, untied_different
    homophily  H = a / (a + b)
    excess    H* = H − h                              h = (a + c) / (a + b + c + d)
    coleman      = H* / (1 − h) if H ≥ h, else H* / h       undefined where h is 0 or 1
    ei_index     = (b − a) / (a + b)
    jaccard      = a / (a + b + c)
    yule_q       = (ad − bc) / (ad + bc)
    phi          = (ad − bc) / √((a+b)(c+d)(a+c)(b+d))
    kappa        = 2(ad − bc) / ((a+b)(b+d) + (a+c)(c+d))
    odds_ratio   = ad / (bc)
    ```

    `homophily` and `ei_index` describe the ties alone: in a group that makes up most of the network H
    is high and the E–I index low for everybody. The others compare with those whom the actor could have
    been tied to; take `coleman` if you want one. It runs from −1 (no tie inside) over 0 (as the group's
    share h) to 1 (every tie inside); `yule_q` and `phi` are 0, and `odds_ratio` is 1, where ties and
    groups have nothing to do with each other.

    The others are all actors of known group, those without ties and out of reach too, but only in pairs
    that were observed: by the ties it sends, an actor that did not answer has nobody to compare with.
    An actor in several groups shares one with another if they have any in common. Between two modes the
    others are those of the other mode.

    Each column has its own reason to be undefined: all for an actor of unknown group and, beside the
    four counts, for one without an observed tie to an actor of known group; then each where it would
    divide by 0, which in small networks is often so (an actor tied to all of its group has no odds
    ratio).

    # Variants

    `direction` counts ties sent (as UCINET does unless told otherwise), received or either way; either
    way, an alter counts that was observed each way. Strengths do not count. `kappa` is Cohen's, between
    being tied and being of a group. UCINET's manual divides instead by the largest excess possible:
    where H ≥ h, that is `coleman` for an actor with no more ties than others in its group.

    # Source

    Krackhardt and Stern (1988), Informal networks and organizational crises, *Social Psychology
    Quarterly* 51, doi:10.2307/2786835; Coleman (1958), Relational analysis, *Human Organization* 17.
    Time O(n + m + sets²), sets of groups that actors are in.

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        direction: which ties of a directed network count: those sent, those received, or either way.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college"), ("college", "council")],
        ...     {"id": ["uni", "poly", "college", "council"], "sector": ["HE", "HE", "FE", "LA"]},
        ... )
        >>> found = tt.actor.homophily(net)
        >>> found.value("uni", "homophily"), found.value("uni", "ei_index")  # half of its ties stay
        (0.5, 0.0)
        >>> found.value("poly", "ei_index"), found.value("college", "ei_index")
        (-1.0, 1.0)
    """
    return found("actor homophily", net, {"by": by, "direction": direction})


def honest_broker(
    net: Network | Study,
    *,
    direction: Literal["in", "out", "all", "mutual"] = "in",
) -> Result:
    r"""Between how many pairs of those who trust it an actor could mediate, by how the two stand to each
    other.

    ```text
    contacts  who sends the actor a tie (direction = in)
    pairs     pairs {a, b} of contacts
    none      those with no tie between a and b                    HBI0
    one_way   those with a tie one way and not the other           HBI1
    mutual    those with a tie each way                            HBI2
    normalised_none = none / pairs, and so with the others
    ```

    An honest broker is trusted by both sides and gains nothing from keeping them apart. `none` are
    pairs it could introduce to each other, `one_way` pairs where one side already looks to the other
    and it could help the tie to be returned, `mutual` pairs that do not need it. Read a tie a → b as "a
    trusts b" or "a turns to b". The shares are undefined for an actor without two contacts. In an
    undirected network everybody it is tied to is a contact and each tie is mutual. Strengths and groups
    do not matter here; groups are in `actor brokerage`. A pair is left out of `pairs` if it was not
    observed whether each is tied to the other, unless the ties are known. Networks of two modes are
    refused.

    # Variants

    `direction = mutual` asks for trust returned (UCINET's option), `out` takes those whom the actor
    turns to, `all` takes either. UCINET divides by k(k − 1)/2 for k contacts, which is the same where
    every pair was observed. `none` is what Gould and Fernandez count, with ties received from both
    sides instead of a path in and out.

    # Source

    Borgatti, Everett and Freeman (2002), *UCINET for Windows*, Analytic Technologies: network, ego
    networks, honest broker index. Time O(Σ_v Σ_{a∈N(v)} min(d_a, √m)), d_a alters of a; with unobserved
    pairs O(Σ_v d_v²).

    Args:
        net: the network, or a study, of which its own view is taken.
        direction: whose pairs count: those who name the actor, whom it names, either, or both at once.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "hub"), ("b", "hub"), ("c", "hub"), ("a", "b")], directed=True)
        >>> found = tt.actor.honest_broker(net)
        >>> found.value("hub", "pairs")  # a, b and c trust it
        3
        >>> found.value("hub", "none"), found.value("hub", "one_way"), found.value("hub", "mutual")
        (2, 1, 0)
    """
    return found("actor honest_broker", net, {"direction": direction})


def information(
    net: Network | Study,
    *,
    ties: Literal["strength", "binary"] = "strength",
    scaling: Literal["stephenson_zelen", "current_flow"] = "stephenson_zelen",
) -> Result:
    r"""How near an actor is to all others when every path counts, not the shortest alone.

    ```text
    I_i = n_c / Σ_j ρ_ij     scaling = stephenson_zelen; n_c actors in its piece of the network
    I_i = 1 / Σ_j ρ_ij       scaling = current_flow
    ρ_ij                     resistance between i and j, where ties are wires that conduct by their
                             strength: two in a row resist as 1/w + 1/v, two side by side as 1/(w + v)
    ```

    An actor is central if it is near to the others by many and strong ties, even roundabout ones: where
    things can reach it by several ways at once, each further way lowers the resistance. High is near; I
    is 1 over the mean resistance to the actors of its piece, itself counted. Strengths twice as large
    double the scores. The measure is made for ties without direction: directed ones lose theirs, and
    strengths both ways add up.

    Scores are of an actor in its piece of the network (its component): they do not compare between
    pieces, and are undefined for actors without ties. A tie that was not observed counts as absent.
    Pieces of more than 3 000 actors are refused: take harmonic closeness there.

    # Variants

    `current_flow` is NetworkX's `information_centrality` (equally `current_flow_closeness_centrality`);
    it depends on the size of the piece. R sna 2.7-1 (`infocent`) gives other numbers to everybody once
    there is an actor without ties: it leaves it out of the matrix, but not out of n (a star of five:
    ends 0.714, and 0.769 with such an actor beside it).

    # Source

    Stephenson and Zelen (1989), Rethinking centrality: methods and examples, *Social Networks* 11,
    doi:10.1016/0378-8733(89)90016-6; current flow: Brandes and Fleischer (2005), Centrality measures
    based on current flow, *STACS 2005*, doi:10.1007/978-3-540-31856-9_44. Time O(n_c³).

    Args:
        net: the network, or a study, of which its own view is taken.
        ties: whether each tie counts as 1 or by its strength.
        scaling: size of the component over the sum of resistances, or 1 over the sum.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("c", "d")])
        >>> found = tt.actor.information(net)
        >>> found.value("b") == found.value("c") > found.value("a")
        True
        >>> round(found.value("b"), 3)
        1.0
    """
    return found("actor information", net, {"ties": ties, "scaling": scaling})


def katz(
    net: Network | Study,
    *,
    alpha: float = 0.85,
    attenuation: Literal["share", "absolute"] = "share",
    beta: float = 1,
    direction: Literal["out", "in", "all"] = "in",
    ties: Literal["strength", "binary"] = "strength",
) -> Result:
    r"""How many walks of any length lead to an actor from all others, the longer ones counting less.

    ```text
    x_i = β + α Σ_j w_ji x_j            w_ji strength of the tie from j to i
        = β Σ_k α^k (walks of k steps that end at i)      a walk may pass an actor or a tie again
    α   = alpha / λ₁                    attenuation = share: of the largest possible; λ₁ the largest
                                        eigenvalue, larger the more ties there are and the stronger
        = alpha                         attenuation = absolute
    ```

    Everybody has β (1) to begin with and draws on those who are tied to it, on those tied to them, and
    so on; each step counts by a factor α less. High is who is sought by many, or by the sought. A small
    α makes a degree of it, an α close to 1/λ₁ the eigenvector. Unlike the eigenvector it says something
    of every piece of the network and of actors outside circles: who receives no tie has β. Ties
    received count where ties have a direction (`direction`); strengths count, in proportion to one
    another.

    At 1/λ₁ and above walks add up to no end, and the formula gives numbers, some of them below zero,
    that mean nothing: it is refused, and the bound is said. By default α is 0.85 of the bound, so that
    networks compare. Scores are undefined where there is no bound because ties run in no circle, as in
    a hierarchy: give alpha itself there (`attenuation = absolute`). A tie that was not observed counts
    as absent. Pieces compare, but for small ones α, set by the densest part, leaves little beyond
    degree.

    # Variants

    NetworkX and rustworkx take α = 0.1 as it is and scale to Σ x² = 1; R igraph's `alpha_centrality`
    takes α = 1, outside the bound in nearly every network, and R netrics 0.85, taken as it is.
    networkit 11.2.2 stops early: on a path of four with α = 0.1 it has the middle at 1.18 times an end,
    which is 1.10. Hubbell and Bonacich and Lloyd (alpha centrality) let β differ between actors.

    # Source

    Katz (1953), A new status index derived from sociometric analysis, *Psychometrika* 18,
    doi:10.1007/BF02289026. Time O(m) a step, with about 30 / ln(1/share) steps, until what is left is
    proven to be below 10⁻¹³ of the largest score.

    Args:
        net: the network, or a study, of which its own view is taken.
        alpha: how much each further step of a walk counts: a share of the largest possible, below 1 (see attenuation).
        attenuation: whether the factor is given as a share of the largest possible (1/λ₁), or as it is.
        beta: what everybody has to begin with: all scores are multiplied by it.
        direction: which ties of a directed network count: those sent, those received, or either way.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c")], directed=True)
        >>> found = tt.actor.katz(net, alpha=0.5, attenuation="absolute")
        >>> found["value"].to_list()  # 1, 1 + ½, 1 + ½ + ¼
        [1.0, 1.5, 1.75]
    """
    return found("actor katz", net, {"alpha": alpha, "attenuation": attenuation, "beta": beta, "direction": direction, "ties": ties})


def key_players(
    net: Network | Study,
    *,
    criterion: Literal["distance_fragmentation", "fragmentation", "reach", "distance_reach"] = "distance_fragmentation",
    size: int = 3,
    steps: int = 2,
    denominator: Literal["remaining", "all"] = "remaining",
    seed: int = 1,
) -> Result:
    r"""Which few actors as a set hold the network together, or reach most of the others.

    ```text
    K   the chosen actors, k of n (option `size`); d steps, whichever way ties run
    distance_fragmentation   1 − Σ_{i≠j} 1/d_ij / (N (N − 1))     i, j not in K, paths without K
    fragmentation            1 − 2 · pairs {i, j} that still reach each other / (N (N − 1))
    reach                    (actors not in K within `steps` of one of K) / N
    distance_reach           Σ_{j not in K} 1/d_Kj / N            d_Kj steps from the nearest of K
    N = n − k  (denominator = remaining), or n (all): then members of K count as cut off, or as reached
    in_set     yes, if chosen;  alone  the value of each actor as a set of one;  together  of the set
    ```

    The best set is not the k best actors: two who lead to the same people are of no more use than one.
    Take fragmentation to see on whom the network depends, and what their leaving would do, from 0 (all
    still reach each other) to 1 (nobody does); with distances it also sees ways that grow longer. Take
    reach to see who can spread word, or hear of everything: 1 is everybody.

    All sets are tried where there are at most 20 000 (3 of 50 actors); beyond that a search builds a
    set up, starts anew from drawn ones, and swaps members while that helps: a note says which, and how
    many sets are as good. At least two others must remain. Actors without ties raise fragmentation
    before anybody leaves. Direction and strengths do not count. Where answers are missing, somebody may
    know a way round: read sets with care.

    # Variants

    Borgatti counts members as reached (`all`); R influenceR leaves them out, and stops by the clock, so
    that runs need not agree. R keyplayer takes N = n − k for fragmentation. In a network in one piece
    `fragmentation` of one actor is its `share_lost` in `actor removal`.

    # Source

    Borgatti (2006), Identifying sets of key players in a social network, *Computational and
    Mathematical Organization Theory* 12, doi:10.1007/s10588-006-7084-x. Time O(nm) for each set to
    fragment, up to 500 actors; O(m) to reach, up to 5 000.

    Args:
        net: the network, or a study, of which its own view is taken.
        criterion: what they are chosen for: to leave the others apart, or to reach them.
        size: how many actors to choose.
        steps: within how many steps an actor counts as reached, by the criterion of reach.
        denominator: share of what: of the actors who are not chosen, or of all, chosen ones among them.
        seed: where random draws begin: the same seed gives the same numbers.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("a", "hub"), ("b", "hub"), ("hub", "desk"), ("desk", "x"), ("desk", "y"), ("y", "z")]
        ... )
        >>> found = tt.actor.key_players(net, size=2)
        >>> found.filter(found["in_set"] == "yes")["actor"].to_list()
        ['hub', 'desk']
        >>> found.value("hub", "together")  # without both, y and z alone can reach each other
        0.9
    """
    return found("actor key_players", net, {"criterion": criterion, "size": size, "steps": steps, "denominator": denominator, "seed": seed})


def pagerank(
    net: Network | Study,
    *,
    damping: float = 0.85,
    ties: Literal["strength", "binary"] = "strength",
) -> Result:
    r"""How often somebody would be at an actor who wanders along ties, and at times begins anew anywhere.

    ```text
    p_i = d Σ_j p_j w_ji / s_j + (1 − d + d Σ_stuck p_j) / n      Σ_i p_i = 1; n actors
    d     chance to go on along a tie (option `damping`)
    w_ji  strength of the tie from j to i;  s_j  sum of the strengths of ties j sends
    stuck actors without a tie to go on by: the walk begins anew anywhere
    ```

    An actor scores high if it receives ties from those who score high and send few others: attention
    shared between many counts less for each. Unlike the eigenvector it says something of every actor,
    piece of the network and circle. n actors have 1/n each on average: adding actors without ties
    lowers all scores, and only ranks and ratios compare between networks. d = 0 gives everybody 1/n.
    Ties count by strength. Where ties have no direction scores say little beyond degree: with d near 1
    they are an actor's share of all strength. A tie that was not observed counts as absent.

    # Variants

    NetworkX, igraph, rustworkx and networkit agree, up to where they stop: NetworkX and rustworkx at
    changes that leave the fifth or sixth digit wrong. NetworkX and R igraph count ties by strength
    where there are weights, python-igraph and rustworkx only if told. Personalised PageRank begins anew
    at chosen actors; it is not offered.

    # Source

    Brin and Page (1998), The anatomy of a large-scale hypertextual web search engine, *Computer
    Networks and ISDN Systems* 30, doi:10.1016/S0169-7552(98)00110-X. Time O(m) a round, with about 30 /
    ln(1/d) rounds, until the sum of all errors is proven to be below 10⁻¹³, or no digit changes any
    more.

    Args:
        net: the network, or a study, of which its own view is taken.
        damping: chance that the walk goes on along a tie and does not begin anew anywhere.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("c", "b"), ("b", "a")], directed=True)
        >>> found = tt.actor.pagerank(net)
        >>> found.sort("value", descending=True)["actor"].to_list()
        ['b', 'a', 'c']
        >>> round(found.value("c"), 3)  # nobody leads there: (1 − 0.85)/3
        0.05
    """
    return found("actor pagerank", net, {"damping": damping, "ties": ties})


def participation(
    net: Network | Study,
    *,
    by: str = "sector",
    direction: Literal["out", "in", "all"] = "out",
    ties: Literal["binary", "strength"] = "binary",
    spread: Literal["population", "sample"] = "population",
) -> Result:
    r"""Whether an actor's ties are spread over the groups or stay in one, and how active it is in its own.

    ```text
    participation  P_i = 1 − Σ_s (k_is / k_i)²      k_is ties of i to group s, k_i to all known groups
    z              z_i = (κ_i − mean κ) / sd κ      κ_i ties of i inside its group; mean and sd
                                                    (standard deviation) over the members of the group
                                                    who are in no other
    own_share          = κ_i / k_i
    ```

    P is 0 where all ties go to one group, be it the actor's own or another, and at most 1 − 1/S with S
    groups; read it beside `own_share`, which tells the two cases apart. A high z is a hub of its own
    group, below 0 an actor less active in it than the average. Guimerà and Amaral call an actor with z
    ≥ 2.5 a hub, and one with P > 0.62 a connector; these borders come from metabolic networks of
    hundreds, and small groups can hardly reach them: the largest z among n members is √(n − 1), with
    `spread = sample` (n − 1)/√n.

    Alters (actors it is tied to) of unknown group are in no k; an alter in several groups counts in
    each by an equal part. An actor without ties is a member with κ = 0, and lowers the mean of its
    group. P is undefined without a tie to an actor of known group, and so is own_share; z and own_share
    are undefined for an actor of unknown group, z also for one of several, and where the members of a
    group do not differ. Of a directed network `direction` takes the ties sent, received or either way.
    Only known ties count, and an actor that did not answer may have more.

    # Variants

    Groups here are sectors or localities on record, not communities found in the ties, so P is Blau's
    index of `actor alters`. `spread = population` divides by n, as Python bctpy does; `sample` divides
    by n − 1, as MATLAB BCT and R brainGraph do: z is then √((n−1)/n) times as large. bctpy gives actors
    without ties P = 0 and, where nobody differs, z = 0, which reads as a finding. `diversity` of igraph
    is another thing: the entropy of an actor's tie weights.

    # Source

    Guimerà and Amaral (2005), Functional cartography of complex metabolic networks, *Nature* 433,
    doi:10.1038/nature03288. Time O(n + m log S).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        direction: which ties of a directed network count: those sent, those received, or either way.
        ties: whether each tie counts as 1 or by its strength.
        spread: standard deviation behind z: over the members of the group, or over one fewer.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("hub", "uni"), ("hub", "college"), ("hub", "council"), ("hub", "charity")],
        ...     {
        ...         "id": ["hub", "uni", "college", "council", "charity"],
        ...         "sector": ["LA", "HE", "FE", "LA", "VCS"],
        ...     },
        ... )
        >>> found = tt.actor.participation(net)
        >>> found.value("hub", "participation")  # 0 in one sector alone; four sectors alike give 1 − 1/4
        0.75
        >>> found.value("hub", "own_share")
        0.25
    """
    return found("actor participation", net, {"by": by, "direction": direction, "ties": ties, "spread": spread})


def reach(
    net: Network | Study,
    *,
    steps: int = 2,
    direction: Literal["out", "in", "all"] = "out",
    decay: float = 0.8,
) -> Result:
    r"""How many others an actor can reach in a few steps: by itself, through its alters, through theirs.

    ```text
    reached_i = number of j ≠ i with d_ij ≤ k           d_ij steps from i to j, k the option `steps`
    share_i   = reached_i / (n − 1)                     n actors
    decayed_i = Σ_j β^(d_ij − 1) / (n − 1)              over all j that i reaches; β the option `decay`
    ```

    Two steps are as far as introductions usually go: `reached` with `steps = 2` counts the alters of an
    actor (those it is tied to) and theirs. `decayed` draws no line: an alter counts 1, an actor two
    steps away 0.8, three 0.64, and so on, as a share of all others; with `decay = 1` it is the share of
    others that can be reached at all, with 0 that of alters.

    Directed, the steps follow ties sent (`out`: whom the actor reaches), received (`in`: who reaches
    it) or either (`all`). Actors without ties reach nobody; an actor alone in the network has no share:
    it is undefined. Strengths are not looked at. A tie that was not observed counts as absent: each
    number is a lower bound. Networks of two modes are refused.

    # Variants

    UCINET calls the share k-reach and `decayed` beta reach, with 0.8 unless told otherwise. Kumu calls
    the share of two steps reach. The m-reach of Borgatti counts a set of actors, as `actor key_players`
    does; here each is a set of its own.

    # Source

    Borgatti (2006), Identifying sets of key players in a social network, *Computational and
    Mathematical Organization Theory* 12, doi:10.1007/s10588-006-7084-x. Time O(nm).

    Args:
        net: the network, or a study, of which its own view is taken.
        steps: how many steps away an actor may be to count as reached.
        direction: which ties of a directed network count: those sent, those received, or either way.
        decay: how much of its weight in `decayed` an actor keeps for each step farther away.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
        >>> found = tt.actor.reach(net, steps=2)
        >>> found.value("a", "reached"), found.value("c", "reached"), found.value("c", "share")
        (2, 4, 1.0)
    """
    return found("actor reach", net, {"steps": steps, "direction": direction, "decay": decay})


def removal(
    net: Network | Study,
    *,
    of: Literal["actor", "person"] = "actor",
) -> Result:
    r"""What falls apart if an actor or a person leaves: the ties that go, the pieces that are left, and the
    pairs that lose every path.

    ```text
    ties          with of = person: the ties that are there through that person
    ties_lost     ties of the actor; of a person, those that would not be there without that person
    pieces        what is left of the piece of the network that is hit: 1 if it holds together, one more
                  for each split (0 for an actor without ties)
    separated     actors outside the largest of these pieces
    pairs_lost    pairs of others that a path joined before, and none joins without v
    share_lost  = pairs_lost / pairs of those who stay that were joined before
    ```

    An actor with two or more pieces is a cut point: somebody can reach somebody only through it. High
    `share_lost` means that much of the network depends on that one; 0 that others can do without.

    By default an actor leaves, with all its ties: an organisation, unless the view says otherwise. A
    unit of an organisation leaves as an actor of its own where units are the actors: add
    `level="unit"`. A person leaves with `of="person"`: all actors stay, a row is somebody through whom
    ties are there, by posts or as a guest at activities, and `ties_lost` are those with no other
    evidence behind them. Where people are the actors (`level="person"`), they leave as actors do.

    The direction of ties is ignored, but a tie each way is two in `ties_lost`. `share_lost` is
    undefined where no pair of others was joined. The numbers say what the network on record would lose;
    people may find other ways, and posts be filled again. A tie that was not observed may hold pieces
    together, or hang another piece on an actor: where some did not answer, each number may be too high
    or too low. A document names some of the people behind a tie, never all.

    # Variants

    The share is of the pairs that were joined before, so that a network already in pieces does not hide
    the loss. Borgatti's fragmentation F counts all pairs of the remaining actors. Other software
    removes actors only, as it does not know who is behind a tie.

    # Source

    Borgatti (2006), Identifying sets of key players in a social network, *Computational and
    Mathematical Organization Theory* 12, doi:10.1007/s10588-006-7084-x; cut points: Hopcroft and Tarjan
    (1973), *Communications of the ACM* 16, doi:10.1145/362248.362272. Time O(n + m), for people
    O(people · (n + m)).

    Args:
        net: the network, or a study, of which its own view is taken.
        of: who leaves: an actor of the network, or a person through whom ties are there.

    Example:
        >>> import tertius as tt
        >>> net = tt.network([("uni", "hub"), ("college", "hub"), ("hub", "desk"), ("desk", "charity")])
        >>> found = tt.actor.removal(net)
        >>> found.value("hub", "ties_lost"), found.value("hub", "pieces"), found.value("hub", "pairs_lost")
        (3, 3, 5)
        >>> found.value("uni", "pairs_lost")
        0
    """
    return found("actor removal", net, {"of": of})


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
    r"""In how many plausible versions of the evidence an actor stays at the top.

    ```text
    version        the study with what it leaves open decided by chance, cut and measured again
    rank           1 + actors with a higher value (with order = low, a lower one); equals share it
    top            share of versions in which the rank is 1
    top_three      share in which it is 3 or better
    top_decile     share in which it is within the first tenth of actors, at least one
    rank_low, rank_high   ranks that 2.5 % and 97.5 % of versions do not exceed
    ```

    A ranking is printed as if it were known; it rests on who answered, on ties that a document only hints at,
    and on choices of the coder. Here each is decided by chance, by itself, in every version:

    * `ties`: each row of ties, parts and posts holds with the chance that its certainty deserves: certain 1,
      probable 0.8, ambiguous 0.5, unless you say otherwise. `certain = 0.95` doubts all a little.
    * `answers`: each who answered had not, with the share of those asked who did not: what they alone told of
      is gone. It says what a ranking owes to who happened to answer.
    * `silence`: dyads that nobody told of hold ties as often as others do, of strengths as of others. It says
      what the silent could change. No result but this one ever makes such ties up.
    * `rules`: where directed ties are taken as undirected (`orientation`): if either says so, if both do, by
      whoever answered, or among those who did.
    * `levels`: units rolled up into their organisation, or not. Who is not there in a version is not ranked.
    * `codings`: actors grouped by one of the attributes named, or by the usual one; for measures that have `by`.

    Only what a study gives cause for varies, and the method says which that was. The shares are over the
    versions in which the actor has a value; `versions` counts them. They are no probabilities of being right:
    they say how far the ranking hangs on what is not known. Undefined where the measure is.

    # Variants

    The measures of likeness between true and observed rankings that this literature uses are in `whole
    robustness`, for each cause by itself. Borgatti, Carley and Krackhardt drop or add ties and actors at
    random; `certain` does so for ties. Case-dropping coefficients of stability drop actors instead.
    `measure`, `by`, `set` and `only` name what ranks.

    # Source

    Borgatti, Carley and Krackhardt (2006), On the robustness of centrality measures under conditions of
    imperfect data, *Social Networks* 28, doi:10.1016/j.socnet.2005.05.001. Versions drawn from what a study
    says of its own evidence are ours. Time O(draws × (that of cutting the network and of the measure)).

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
        >>> found = tt.actor.robustness(study, vary="answers", draws=50)
        >>> found.value("convenor", "rank"), found.value("convenor", "top")  # first in every version
        (1.0, 1.0)
    """
    return found("actor robustness", net, {"measure": measure, "by": by, "set": set, "only": only, "order": order, "vary": vary, "certain": certain, "probable": probable, "ambiguous": ambiguous, "codings": codings, "draws": draws, "seed": seed})


def segregation(
    net: Network | Study,
    *,
    by: str = "sector",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""How closed the surroundings of an actor are: whether its alters of its group have their ties inside
    the group too.

    ```text
    r_ij       share of i's ties (to actors of known group) that go to j
    B          table of r among the actors of one group that hang together by ties inside it (a circle)
    λ v_i = Σ_j r_ij v_j       within B: v a number for each of them, λ the largest for which there are
                               such v (the largest eigenvalue of B)
    value_i  = λ v_i / mean v  over the circle
    ```

    A score of 1 throughout a circle means that no tie leads out of it: the ties of each actor are all
    inside, those of its alters (the actors it is tied to) too, and so on. Near 0 is an actor whose few
    ties inside lead to others who look outward. Above 1 is an actor more closed than the average of its
    circle. Unlike the E–I index it sees beyond the actor's own ties: of two actors with half of their
    ties inside, the one whose alters keep to the group scores higher. An actor without a tie inside its
    group scores 0, one without any tie too. Ties to actors of unknown group or of several are left out.
    Undefined for actors of unknown group or of several. Only known ties count, and an actor that did
    not answer may have more.

    # Variants

    `ties = strength` takes shares of strength (the paper's r may be any such shares). Ties have no
    direction: a directed network is refused; take it as undirected by `orientation="undirected"`. R
    netseg (`ssi`) gives the same scores, and has no weights. The mean over actors is `ssi` of
    `whole segregation`.

    # Source

    Echenique and Fryer (2007), A measure of segregation based on social interactions, *Quarterly
    Journal of Economics* 122, doi:10.1162/qjec.122.2.441. Time O(m) for each round of power iteration.

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("college", "council")],
        ...     {"id": ["uni", "poly", "college", "council"], "sector": ["HE", "HE", "FE", "LA"]},
        ... )
        >>> found = tt.actor.segregation(net)
        >>> round(found.value("uni"), 3)  # all that is near it is of its sector
        1.0
        >>> found.value("college")
        0.0
    """
    return found("actor segregation", net, {"by": by, "ties": ties})


def spanners(
    net: Network | Study,
) -> Result:
    r"""What each person spans: posts, organisations, sectors and localities, and the links between
    organisations that rest on that person alone.

    ```text
    designated     whether somebody says that the person is a spanner: yes, no, or blank if not known
    structural     yes, if the record shows posts in two organisations, held together
    posts          different posts
    organisations  different organisations of those posts, at the view's level
    sectors        different sectors of those organisations
    localities     different localities of those organisations; a place and one around it are one
    share          share of full time in all posts together; undefined where a post has none stated, or
                   where they are not known to be held at the same time
    links          pairs of organisations that the person's posts and activities join
    links_alone    those that would not be joined without the person
    rests          their names
    ```

    A boundary spanner is meant in two senses, held side by side: by designation and by structure. They
    often differ, and the difference is a finding. The links in `rests` would go with the person; a link
    with any other evidence behind it, such as a tie of the organisations themselves or another person,
    does not rest on one alone. What the network would lose is in `actor removal of="person"`.

    People without any post in the view and not designated are left out, and the result says how many.
    The posts on record are a lower bound of those held: a document names some, never all.

    # Variants

    Two posts are held together, and join their organisations, unless one has ended: then only if the
    other is known to have begun by that end. Posts told in different waves are not. A post told again
    in another wave is one post, if role and dates are told alike. A career is not a link. At
    `level="organisation"` posts in two units of one organisation are posts in one organisation; at
    `level="unit"` they are two.

    # Source

    Designated spanners and their skills: Williams (2002), The competent boundary spanner, *Public
    Administration* 80, doi:10.1111/1467-9299.00296. Several posts in one week as the mark of a spanner
    in local learning systems: Cowhitt and Hudson (2022), Looking inside a local learning system: the
    unique role of boundary spanners, EQuaLLS project blog. The profile as defined here is our own.
    Time O(posts² per person + m).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> found = tt.actor.spanners(study)
        >>> found.select("actor", "posts", "organisations", "sectors").rows()
        [('person-1', 2, 2, 2), ('person-2', 2, 2, 2), ('person-3', 2, 2, 1), ('person-4', 2, 2, 2)]
    """
    return found("actor spanners", net, {})
