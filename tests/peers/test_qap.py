"""Correlation and regression of dyads, beside R sna: statistics alike, and p as far as draws can tell."""

import math

import pytest

from networks import DIRECTED, DIRECTED_WEIGHTED, FIXTURE_D, FIXTURE_U, UNDIRECTED, WEIGHTED, each

DRAWS, REPS = 2000, 400
FIXTURES = [FIXTURE_U, FIXTURE_D]
LARGER = [UNDIRECTED[1], UNDIRECTED[2], DIRECTED[1]]
VALUED = [WEIGHTED[1], DIRECTED_WEIGHTED[0]]


@pytest.fixture
def terms(r):
    """Makes the terms in R as `x`, a list, and gives our words for them."""

    def make(graph):
        r.give(graph)
        sizes = ",".join(str(size) for _, size in graph.nodes(data="size"))
        r(f"set.seed(1); s <- c({sizes}); x <- list(outer(cl, cl, '==') * 1, abs(outer(s, s, '-'))); 0")
        if not graph.is_directed():
            return "same:sector,distance:size"
        r("x[[3]] <- matrix(s, length(s), length(s)); 0")
        return "same:sector,distance:size,sender:size"

    return make


def near(ours, theirs, draws):
    """Whether two shares of draws can be of one probability: four standard errors, and a draw."""
    for mine, other in zip(ours, theirs):
        both = (mine * draws + other * REPS) / (draws + REPS)
        error = math.sqrt(both * (1 - both) * (1 / draws + 1 / REPS))
        assert abs(mine - other) <= 4 * error + 2 / REPS, f"ours is {mine}, the peer's {other}"


def column(found, name):
    """A column without the intercept."""
    return found[name][1:]


@each(FIXTURES + LARGER + VALUED)
def test_qap(graph, ours, agree, r, terms):
    strength = graph in VALUED
    words, y = terms(graph), "w" if strength else "m"
    found = ours(graph, "null qap", with_=words, draws=DRAWS, ties="strength" if strength else "binary")
    for at, row in enumerate(found.rows, 1):
        r(f"q <- sna::qaptest(list({y}, x[[{at}]]), sna::gcor, reps = {REPS}, g1 = 1, g2 = 2, mode = gmode); 0")
        agree([row["observed"]], r("q$testval"), within=1e-9)
        # sna moves both, which is the same.
        near([row["p_low"], row["p_high"]], r("c(q$pleeq, q$pgreq)"), DRAWS)


@each(FIXTURES + LARGER + VALUED)
@pytest.mark.parametrize("permute, nullhyp", [("dsp", "qapspp"), ("y", "qapy")])
def test_mrqap(graph, permute, nullhyp, ours, agree, r, terms):
    strength = graph in VALUED
    words, y = terms(graph), "w" if strength else "m"
    ties = "strength" if strength else "binary"
    found = ours(graph, "null mrqap", with_=words, draws=DRAWS, ties=ties, permute=permute)
    r(f"q <- sna::netlm({y}, x, mode = gmode, nullhyp = '{nullhyp}', reps = {REPS}); 0")
    agree(found["estimate"], r("q$coefficients"), within=1e-9)
    agree(found["statistic"], r("q$tstat"), within=1e-9)
    for ours_, theirs in (("p_low", "pleeq"), ("p_high", "pgreq"), ("p", "pgreqabs")):
        near(column(found, ours_), r(f"q${theirs}[-1]"), DRAWS)


@each([FIXTURE_U, *LARGER])
def test_mrqap_logit(graph, ours, agree, r, terms):
    words = terms(graph)
    found = ours(graph, "null mrqap_logit", with_=words, draws=DRAWS)
    r(f"q <- sna::netlogit(m, x, mode = gmode, reps = {REPS}); 0")
    agree(found["estimate"], r("q$coefficients"), within=1e-4)
    # Its errors are those of the last step but one; R's own, from the last, agree to all digits.
    agree(found["statistic"], r("q$tstat"), within=2e-3)
    r("v <- function(a) sna::gvectorize(a, mode = gmode, diag = FALSE, censor.as.na = FALSE); 0")
    model = "glm(v(m) ~ do.call(cbind, lapply(x, v)), family = binomial(), epsilon = 1e-15)"
    r(f"g <- summary({model}); 0")
    agree(found["estimate"], r("g$coefficients[, 1]"), within=1e-7)
    agree(found["error"], r("g$coefficients[, 2]"), within=1e-6)
    for ours_, theirs in (("p_low", "pleeq"), ("p_high", "pgreq"), ("p", "pgreqabs")):
        near(column(found, ours_), r(f"q${theirs}[-1]"), DRAWS)
