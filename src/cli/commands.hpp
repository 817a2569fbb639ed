#pragma once

#include "cli/command.hpp"

namespace tarazy {

// One function a sub-command, each in the file of its name. Sorted by noun.

}  // namespace tarazy
