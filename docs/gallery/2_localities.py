"""By place

The same network, grouped by where actors work.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw(by="locality")
