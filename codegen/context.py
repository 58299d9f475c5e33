"""What every step of lowering looks things up in."""

from attrs import frozen

from codegen.class_names import ClassNames
from codegen.descriptions import Descriptions
from codegen.reach import Reach
from codegen.smithy import Model, ServiceShape


@frozen
class Context:
    """A model, and the names and texts for what becomes of it."""

    model: Model
    service: ServiceShape
    reach: Reach
    names: ClassNames
    texts: Descriptions
