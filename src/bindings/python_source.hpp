#pragma once

#include "bindings/source_file.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The modules of the Python package, one a noun, with docstrings, and their type stubs: align.py, align.pyi, ...;
/// commands.py holds the commands without a noun and imports the modules. They call `tarazy._call.call`.
[[nodiscard]] std::vector<SourceFile> python_sources(const std::vector<CommandText>& commands);

}  // namespace tarazy
