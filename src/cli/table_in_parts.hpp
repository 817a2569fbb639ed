#pragma once

#include "cli/command.hpp"

#include <functional>

namespace tarazy {

/// Can the result be written while it is computed? Delimited text, to standard output or to a file that is not packed.
[[nodiscard]] bool takes_table_in_parts(const Session& session);

/// What `print_table` does with the rows of all parts, each part written when it comes. `make` hands the parts, which
/// have the same columns, to its argument; where it throws, a file of the output's name is as it was, and standard
/// output ends behind the last part. Whatever says that the result is empty must be thrown before the first part.
/// @pre takes_table_in_parts(session)
void print_table_in_parts(Session& session,
                          const std::function<void(const std::function<void(const Table& part)>& print)>& make);

}  // namespace tarazy
