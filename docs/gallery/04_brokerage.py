"""Who brokers, and in which role

The actors who stand between most pairs, by Gould and Fernandez.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=1)
figure = net.draw("brokerage", by="sector")
