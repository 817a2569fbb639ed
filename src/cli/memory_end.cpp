#include "cli/memory_end.hpp"

#include "base/leftovers.hpp"
#include "cli/command.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

namespace tarazy {
namespace {

std::atomic<bool> memory_ran_out = false;

[[noreturn]] void refuse_memory() {
    memory_ran_out = true;
    throw std::bad_alloc();
}

[[noreturn]] void terminated() {
    // What is removed at the end may itself find no memory.
    static std::atomic<bool> ending = false;
    if (ending.exchange(true)) ::_exit(exit_limit);
    if (memory_ran_out) end_without_memory();
    std::abort();
}

}  // namespace

void end_without_memory_cleanly() {
    std::set_new_handler(&refuse_memory);
    std::set_terminate(&terminated);
}

void end_without_memory() {
    constexpr std::string_view words = "tarazy: not enough memory for this input\n";
    static_cast<void>(::write(STDERR_FILENO, words.data(), words.size()) < 0);  // nobody may be there to read it
    remove_leftovers();
    ::_exit(exit_limit);
}

}  // namespace tarazy
