"""By place

Colour and shape tell where actors work, and grey hulls hold together those of one place.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw(by="locality")
