#pragma once

#include <cstdlib>
#include <string>

namespace tarazy::testing_program {

/// Path of the program that tests start: that of their build tree, or the one that TARAZY_PROGRAM names, since tests
/// are compiled once and linked with libraries of several trees.
inline std::string tested_program() {
    const char* const named = std::getenv("TARAZY_PROGRAM");
    return named != nullptr ? named : TARAZY_PROGRAM;
}

}  // namespace tarazy::testing_program
