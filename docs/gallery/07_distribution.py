"""How contacts are spread

How many organisations have how many contacts, and the share that has as many or more.
"""

import tertius as tt

net = tt.data.open("wolverhampton").network(via="participation")
figure = net.draw("distribution")
