#pragma once

#include "base/error.hpp"

namespace tarazy {

/// Does what may refuse a part of an input, and keeps why: the rest of the input is read all the same, so that all of
/// its faults are told together. @returns whether nothing was refused
template <typename Reading>
bool keep_faults(Diagnostics& faults, const Reading& reading) {
    try {
        reading();
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) faults.add(problem);
        return false;
    }
    return true;
}

}  // namespace tarazy
