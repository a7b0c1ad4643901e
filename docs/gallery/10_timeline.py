"""What took place when

Bars are as exact as the dates: a year alone is pale, an end that is not stated has an arrow.
"""

import tertius as tt

net = tt.data.open("wolverhampton").network(via="participation")
figure = net.draw("timeline", by="kind")
