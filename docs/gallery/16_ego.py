"""One actor and those around it

Ties of the actor itself are light, those among the others dark: they tell whether others could do without it.
"""

import tertius as tt

net = tt.data.open("wolverhampton").network()
figure = net.draw("ego", ego="university-of-wolverhampton")
