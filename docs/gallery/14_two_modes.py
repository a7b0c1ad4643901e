"""Who takes part in what

Actors beside activities, in an order with few crossings.
"""

import tertius as tt

net = tt.data.open("changing-the-dynamics").network()
figure = net.draw("twomode")
