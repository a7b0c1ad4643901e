"""Who takes part in what

Actors beside activities, in an order with few crossings.
"""

import tertius as tt

net = tt.data.open("wolverhampton").network()
figure = net.draw("twomode")
