#pragma once

#include "base/error.hpp"

namespace tarazy {

/// There is too little for this method, whatever else the data hold: a study goes on without its result, where a fault
/// that stands at a place of a file or in a parameter stops it.
struct TooLittleData : InputError {
    using InputError::InputError;
};

}  // namespace tarazy
