"""What every step of lowering looks things up in."""

from attrs import frozen

from codegen.ir.smithy import Model, ServiceShape
from codegen.load.descriptions import Descriptions
from codegen.lower.class_names import ClassNames
from codegen.lower.reach import Reach


@frozen
class Context:
    """A model, and the names and texts for what becomes of it."""

    model: Model
    service: ServiceShape
    reach: Reach
    names: ClassNames
    texts: Descriptions
