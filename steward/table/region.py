"""Where Portland lies, in degrees and in feet of the State Plane.

Source: the extents of PortlandMaps layers as published: longitude -123.5 to -121.6, latitude 44.8 to 46.1, and in Oregon State
Plane North feet x 7.436e6 to 7.867e6, y 4.59e5 to 8.10e5, here with a margin.
"""

import numpy as np
import numpy.typing as npt

LONGITUDES, LATITUDES = (-123.5, -121.6), (44.8, 46.1)
PLANE_X, PLANE_Y = (7.2e6, 8.0e6), (3.5e5, 9.5e5)
WEB_X, WEB_Y = (-13.75e6, -13.53e6), (5.58e6, 5.8e6)   # meters of maps on the web, EPSG 3857, of the same degrees
Numbers = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


def within(numbers: Numbers, span: tuple[float, float]) -> Mask:
    """Return which numbers lie in a span, its ends included."""
    return np.asarray((numbers >= span[0]) & (numbers <= span[1]), np.bool_)
