#pragma once

namespace tarazy {

/// Sees to it that a process whose memory runs out ends with a message and status 5 where no exception can be caught:
/// some libraries give memory back by asking for more, and throw from there. Nothing is lost by ending at once, results
/// are put in place when they are whole. Other ends of that kind (std::terminate) stay what they are. Call it once,
/// at the start.
void end_without_memory_cleanly();

/// Ends the process so: message, what would be left behind removed, status 5.
[[noreturn]] void end_without_memory();

}  // namespace tarazy
