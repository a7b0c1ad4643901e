"""Before and after

Everybody stands in the same place in both waves: ties kept are light, gained ones bold, lost ones dashed. Codes stand
for names.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with")
figure = net.draw("compare", anonymise=True)
