"""The same ties as a table

Actors of one sector side by side; striped cells were not observed, which is not the same as no tie.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw("matrix", by="sector")
