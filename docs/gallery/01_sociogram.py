"""Who is tied to whom

Actors that share an activity are joined; colour and shape tell the sector.
"""

import tertius as tt

net = tt.data.open("wolverhampton").network(via="participation")
figure = net.draw(by="sector")
