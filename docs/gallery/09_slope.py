"""Who moved from wave to wave

Places by betweenness in both waves; dark lines are those who moved far.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw("slope", by="sector")
