"""Measures with one value for each group, or pair of groups.

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/group/ and the
examples in python/examples/group/: change those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tertius._measure import found

if TYPE_CHECKING:
    from tertius._frame import Result
    from tertius.network import Network
    from tertius.study import Study

__all__ = [
    "brokerage",
    "density",
    "ei_index",
    "gaps",
    "homophily",
    "mixing",
    "overlap",
]


def brokerage(
    net: Network | Study,
    *,
    by: str = "sector",
    null: Literal["density", "edges", "labels"] = "density",
    counting: Literal["pairs", "shared"] = "pairs",
) -> Result:
    r"""Which groups broker, and in which role: what their members broker, added up, against chance.

    ```text
    observed_gr = Σ over the actors v of group g of the pairs that v brokers in role r
    expected_gr = the same sum of what is expected of each actor
    ratio_gr    = observed_gr / expected_gr
    ```

    An actor brokers a pair if it is tied to both and the two are not tied to each other. The roles are
    those of `actor brokerage`: coordinator within the group, itinerant between two actors of one other
    group, representative out of the group, gatekeeper into it, liaison between two other groups, and
    the total. A row says what a sector does for the others: one with much liaison joins sectors that
    are not its own; one with much coordination keeps to itself. Groups differ in size, so read the
    ratio and not the count; a ratio above 1 means more than expected. It is undefined where nothing is
    expected: a group of two cannot coordinate. What is observed adds up to `whole brokerage`. With
    `null = labels` what is expected does not: here, as for actors, brokers keep their own group; there
    it is dealt out too. In an undirected network every pair counts both ways. Actors of unknown group,
    or of more than one, are left out with their ties, and a note says how many; a pair whose tie was
    not observed is not open.

    # Variants

    `null` says what is left to chance, as in `actor brokerage`: with `density` and `edges` a group of active
    actors has high ratios in every role; with `labels` the total is as expected, and the ratios show between
    whom its members stand. `counting = shared` shares a pair among its brokers; its expectation is undefined
    with `edges`. No sd is given: brokers of one group share ties, so that what they broker does not vary
    apart. R sna has actors and the whole, no groups.

    # Source

    Gould and Fernandez (1989), Structures of mediation, *Sociological Methodology* 19,
    doi:10.2307/270949. Time O(Σ_v Σ_{a∈N(v)} min(d_a, √m) + groups²), shared O(Σ_v in_v out_v), where v has
    alters N(v), in_v ties that it gets and out_v that it sends, and d_a is how many ties a has.

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        null: what is left to chance: each tie at the density found, where a fixed number of ties lie, or who is in which group.
        counting: a pair with several brokers counts 1 for each, or is shared among them.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "hub"), ("hub", "college"), ("college", "school")],
        ...     {"id": ["uni", "hub", "college", "school"], "sector": ["HE", "LA", "FE", "FE"]},
        ... )
        >>> found = tt.group.brokerage(net)
        >>> found.value("LA", "liaison"), found.value("FE", "gatekeeper"), found.value("HE", "total")
        (2.0, 1.0, 0.0)
    """
    return found("group brokerage", net, {"by": by, "null": null, "counting": counting})


def density(
    net: Network | Study,
    *,
    by: str = "sector",
    direction: Literal["out", "in", "all"] = "out",
) -> Result:
    r"""What share of possible ties there is inside each group, against that between it and all others.

    ```text
    inside_g      = ties_inside_g / dyads_inside_g       among the members of g
    outside_g     = ties_outside_g / dyads_outside_g     between members of g and actors of other known groups
    ratio_g       = inside_g / outside_g
    segregation_g = (inside_g − outside_g) / (inside_g + outside_g)
    ```

    Dyads are pairs of actors that could hold a tie, directed each way; those observed count, so groups of
    any size can be compared. A ratio of 3 says that two members are three times as likely to be tied as a
    member and somebody else; `segregation` says the same from −1 (all ties leave) over 0 to 1 (none does)
    and exists where nothing leaves. Isolates of known group count; actors of unknown group do not. An
    actor in several groups is a member of each. A density is undefined where no dyad was observed (a group
    of one has none inside), and with it the ratio and `segregation`; the ratio also for a group without
    ties to others, and `segregation` for one without any tie.

    # Variants

    `direction = out` counts the ties that members send, `in` those they receive, `all` a tie either way
    as one without direction, in pairs that were observed each way; undirected networks have all three
    alike. `group mixing` has the densities of every pair of groups. With two groups, `ratio` and
    `segregation` of ties sent are Fershtman's segregation matrix index; R netseg (`smi`) divides by the
    density from the first group to the second for both groups, which is right for the first alone
    unless the network is symmetric.

    # Source

    Wasserman and Faust (1994), *Social Network Analysis*, Cambridge University Press, ch. 7,
    doi:10.1017/CBO9780511815478; Fershtman (1997), Cohesive group detection in a social network by the
    segregation matrix index, *Social Networks* 19. Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        direction: which ties of a directed network count: those sent, those received, or either way.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.group.density(net)
        >>> found.value("HE", "inside"), found.value("HE", "outside"), found.value("FE", "inside")
        (1.0, 0.25, 0.0)
    """
    return found("group density", net, {"by": by, "direction": direction})


def ei_index(
    net: Network | Study,
    *,
    by: str = "sector",
    direction: Literal["out", "in", "all"] = "out",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""Whether the ties of each group leave it or stay inside: external minus internal ties, over both.

    ```text
    EI_g       = (E_g − I_g) / (E_g + I_g)     I_g ties among members of g, E_g ties between members of g
                                               and actors of other known groups
    expected_g = (D_E − D_I) / (D_E + D_I)     D_E, D_I observed dyads (pairs that could
                                               hold a tie), counted alike
    ```

    −1 is a group that keeps to itself, +1 one that has ties to others only. Small groups have few dyads
    inside, so that most of their ties leave by necessity: read the index against `expected`, which is
    what ties laid at random would give. Every undirected tie between groups is external to both of
    them, so that the groups' E_g add up to twice the external ties of `whole ei_index`. In a directed
    network `direction = out` gives a tie to its sender's group alone (and the groups add up to the
    whole), `in` to its receiver's, and `all` takes a tie either way as one without direction, in pairs
    that were observed each way. An actor in several groups is a member of each: its tie to a member of
    one of them is internal to that one and external to the others. Ties of actors of unknown group are
    left out, as are dyads that were not observed; isolates count in `expected`. The index is undefined
    for a group without a tie that counts, `expected` for one without a dyad.

    # Variants

    `ties = strength` adds strengths up. R netseg has the index of the whole network alone.

    # Source

    Krackhardt and Stern (1988), Informal networks and organizational crises: an experimental simulation,
    *Social Psychology Quarterly* 51, doi:10.2307/2786835. Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        direction: which ties of a directed network count: those sent, those received, or either way.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college"), ("poly", "school")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.group.ei_index(net)
        >>> found.value("FE", "ei_index")  # every tie leaves the sector
        1.0
        >>> round(found.value("HE", "ei_index"), 3)  # two leave it, one stays: (2 − 1)/3
        0.333
    """
    return found("group ei_index", net, {"by": by, "direction": direction, "ties": ties})


def gaps(
    net: Network | Study,
    *,
    by: str = "sector",
) -> Result:
    r"""Where ties between groups are wished for and not there: a map of gaps, beside the ties there are.

    ```text
    dyads          observed pairs of actors that could hold a tie
    ties           those that hold one                               density = ties / dyads
    wished         pairs of whom it is on record that a tie is wished for
    unmet          those of them without a tie                       met = (wished − unmet) / wished
    wished_share   unmet pairs among observed dyads without a tie
    absent         pairs of whom it is on record that there is no tie
    ```

    A gap that somebody names is another thing than a low density: the first is a wish, the second may
    be just as people want it. The rows with many `unmet` are where a broker, an event or a fund would
    be welcome; those with `absent` and nothing wished are separations that nobody regrets, or that
    nobody was asked about. Every pair counts once, however many rows tell of it, and a tie of any
    relation in the view meets a wish for any: `relation` takes one. Posts that people share are ties
    and never wishes. Who was not asked what they wish has no wish on record, so zeros are lower bounds,
    and a study that records no wish says so in a note. A pair of which anything is told counts as one
    where something was observed.

    The measure looks at the view three times: at ties with the status asked for (observed unless the
    view says otherwise), at those `wished`, and at those `reported_absent`. If any of these has no
    direction, all are taken without. Actors of unknown group or of several have rows of their own.
    `density` is undefined where no dyad was observed, `met` where nothing is wished for, `wished_share`
    where every observed dyad holds a tie.

    # Variants

    `group mixing` with `status="wished"` gives the wished ties with what is to be expected. Other
    software keeps no status of a tie: there, wished ties are another network, and who did not answer
    wishes for nothing.

    # Source

    Provan, Veazie, Staten and Teufel-Shone (2005), The use of network analysis to strengthen community
    partnerships, *Public Administration Review* 65, on what a partnership can learn from its own
    network; the counts are ours. Time O(m log m + n · groups).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.

    Example:
        >>> import tertius as tt
        >>> study = tt.open({
        ...     "organisations": {"id": ["uni", "college", "council"], "sector": ["HE", "FE", "LA"]},
        ...     "ties": {
        ...         "from": ["uni", "college"], "to": ["college", "council"], "directed": ["no", "no"],
        ...         "status": ["observed", "wished"],
        ...     },
        ... })
        >>> found = tt.group.gaps(study)
        >>> found.filter(found["wished"] > 0).select("from_group", "to_group", "ties", "unmet").rows()
        [('FE', 'LA', 0, 1)]
    """
    return found("group gaps", net, {"by": by})


def homophily(
    net: Network | Study,
    *,
    by: str = "sector",
    ties: Literal["binary", "strength"] = "binary",
) -> Result:
    r"""How far the members of each group choose one another beyond what its size makes likely.

    ```text
    C_g = (m_g − e_g) / (D_g − e_g)    if m_g > e_g
        = (m_g − e_g) / e_g            else
    D_g   ties that members of g send to actors of known group (sent)
    m_g   those of them to members of g (inside)
    e_g = Σ_i k_i n_ig / n_i           expected: k_i ties of member i, n_i others it could choose, n_ig of
                                       them in g; where all dyads were observed D_g (n_g − 1) / (n − 1)
    ```

    0 is what choosing evenly among all others would give, 1 means that every tie stays inside, −1 that
    none does. Unlike the E–I index it does not depend on how large the group is, so groups can be
    compared; with few ties it moves in large steps. An actor in several groups is a member of each, and
    a tie is inside a group of the sender that its receiver is in too. Actors of unknown group, their
    ties and dyads that were not observed are left out; an isolate of known group is somebody to choose.
    Undefined for a group that sends no tie, and where its members could choose nobody inside (a group
    of one) or nobody outside.

    # Variants

    Coleman's index is of choices sent. An undirected tie is taken as sent both ways; R netseg
    (`coleman`) asks for a directed network and gives the same on one with each tie both ways; it gives
    NaN where a group sends nothing and for a group of one. `actor homophily` has the same index of each
    actor's ties.

    # Source

    Coleman (1958), Relational analysis: the study of social organizations with survey methods, *Human
    Organization* 17; formula as in Bojanowski and Corten (2014), Measuring segregation in social
    networks, *Social Networks* 39, doi:10.1016/j.socnet.2014.04.001. Time O(n + m).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        ties: whether each tie counts as 1 or by its strength.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college"), ("college", "school")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.group.homophily(net)
        >>> found.value("HE", "inside"), found.value("HE", "expected")
        (2.0, 1.0)
        >>> round(found.value("HE", "homophily"), 3)
        0.5
    """
    return found("group homophily", net, {"by": by, "ties": ties})


def mixing(
    net: Network | Study,
    *,
    by: str = "sector",
    ties: Literal["binary", "strength"] = "binary",
    expected: Literal["density", "degree", "sent"] = "density",
) -> Result:
    r"""How many ties there are between each two groups, against the number to expect.

    ```text
    ties_gh      ties between group g and group h      strength_gh  their strengths added up
    dyads_gh     observed pairs of actors that could hold one
    density_gh   ties_gh / dyads_gh
    expected_gh  by density:  T · dyads_gh / Σ dyads          T all ties between actors of known group
                 by degree:   undirected  K_g K_h / (2T), within a group K_g² / (4T)
                              directed    O_g I_h / T
                              two modes   (O_g I_h + O_h I_g) / T, within a group O_g I_g / T
                 by sent:     Σ_{i in g} k_i n_ih / n_i    k_i ties of i, n_i others it could be tied to,
                              undirected half of each tie from either end         n_ih those of them in h
    ratio_gh     ties_gh / expected_gh
    ```

    With `ties = strength`, strength_gh takes the place of ties_gh in what is expected and in the ratio.
    K_g adds up the ties of the members of g, O_g those they send (or that actors hold) and I_h those
    they get (or that activities hold). A ratio above 1 means more ties than expected. `density` asks
    whether the groups meet more than any two actors; `degree` grants that some groups are more active
    than others and asks whom they choose; `sent` grants it of every actor, and takes those they could
    choose from as they are: each sender spreads its ties evenly over all others, so that popular groups
    stand out.

    Undirected ties are counted once, within and between groups, and a pair of groups has one row: the
    rows add up to the number of ties. Directed ties go from the first group to the second. Ties of
    actors whose group is not known, or who are in several, are shown in rows of their own (`not known`,
    `several`) and not compared with anything. Undefined are the ratio where nothing is expected,
    expected_gh by degree where there is no tie, and both where no dyad was observed.

    # Variants

    `expected = sent` is UCINET's fixed out-degree: K_g n_h/(n−1), within a group K_g (n_g−1)/(n−1), with
    n_h of the n actors in h. Undirected, that is not symmetric; here half of a tie starts at either end.
    Other software writes an undirected table in three ways: R network 1.18 has ties between groups in both
    halves and those within once, NetworkX has every tie twice, R netseg every tie once, as here. In the
    first two actors of unknown group are a group of their own.

    # Source

    Newman (2003), Mixing patterns in networks, *Physical Review E* 67, doi:10.1103/PhysRevE.67.026126.
    Time O(m + n · groups).

    Args:
        net: the network, or a study, of which its own view is taken.
        by: attribute that groups the actors: sector, locality, kind or a column of your own.
        ties: whether each tie counts as 1 or by its strength.
        expected: what the counts are compared with: the same density everywhere, each group's own activity, or each actor's own ties spread evenly over all others.

    Example:
        >>> import tertius as tt
        >>> net = tt.network(
        ...     [("uni", "poly"), ("uni", "college"), ("poly", "school")],
        ...     {"id": ["uni", "poly", "college", "school"], "sector": ["HE", "HE", "FE", "FE"]},
        ... )
        >>> found = tt.group.mixing(net)
        >>> found.select("from_group", "to_group", "ties", "expected").rows()  # density 3/6: half the pairs
        [('HE', 'HE', 1, 0.5), ('HE', 'FE', 2, 2.0), ('FE', 'FE', 0, 0.5)]
    """
    return found("group mixing", net, {"by": by, "ties": ties, "expected": expected})


def overlap(
    net: Network | Study,
) -> Result:
    r"""How far two kinds of tie join the same pairs: how many hold one, the other and both.

    ```text
    from_ties, to_ties    pairs with a tie of the one kind, and of the other
    both                  pairs with ties of both kinds
    jaccard    = both / (from_ties + to_ties − both)
    from_share = both / from_ties          to_share = both / to_ties
    expected   = from_ties · to_ties / dyads    if the kinds had nothing to do with each other;
                                                dyads: observed pairs that could hold a tie
    ratio      = both / expected
    ```

    A kind of tie is a relation of the study or, in a view via several things, a shared `activity`,
    `person` or, between people, `organisation`. Jaccard is 0 where no pair has both and 1 where the two
    join the same pairs. The shares tell which follows which: where 0.9 of those who fund each other
    also meet, and 0.1 of those who meet fund, meeting comes with funding and not the other way round.
    Two dense relations overlap by chance alone: `ratio` sets the overlap against that (1 is chance),
    with no grant for actors who are active in both. Ties count as 1, however strong. Those in dyads
    that were not observed are left out; isolates count in `expected`. A relation without a tie in the
    view has no row.

    # Variants

    Where all ties of the view are directed, those each way are compared apart; one undirected tie makes
    the network undirected, and a tie either way is a tie. QAP in other software correlates two
    matrices, which asks the same question with a test.

    # Source

    Jaccard (1912), The distribution of the flora in the alpine zone, *New Phytologist* 11,
    doi:10.1111/j.1469-8137.1912.tb05611.x; Verbrugge (1979), Multiplexity in adult friendships, *Social
    Forces* 57, doi:10.1093/sf/57.4.1286. Time O(m · kinds²).

    Args:
        net: the network, or a study, of which its own view is taken.

    Example:
        >>> import tertius as tt
        >>> study = tt.data.open("dialogues-synthetic")
        >>> net = study.network(relation=["works-with", "trusts"], wave=1)
        >>> found = tt.group.overlap(net)
        >>> found.select("from_relation", "from_ties", "to_relation", "to_ties").rows()
        [('trusts', 22, 'works-with', 32)]
        >>> found["both"][0]  # whom they trust they work with
        22
    """
    return found("group overlap", net, {})
