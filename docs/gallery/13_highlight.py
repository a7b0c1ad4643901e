"""Whom to look at

The actors whose loss would part others in full colour, all others pale; a number at a mark has its words in the legend.
"""

import tertius as tt

net = tt.data.open("wolverhampton").network()
figure = net.draw(
    size="degree",
    hull="none",
    highlight="cut_points",
    annotate={"university-of-wolverhampton": "Hosts the learning region’s observatory office"},
)
