#pragma once

namespace tarazy {

/// Throws the exception that is being handled once more: what the standard library says about the machine as the error
/// that the user can do something about, all others as they are. No memory and no further thread become LimitError, a
/// file or folder that the system refuses FileError.
/// @pre called inside a catch clause
[[noreturn]] void rethrow_circumstances();

}  // namespace tarazy
