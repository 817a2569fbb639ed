#pragma once

#include <functional>
#include <list>

namespace tarazy {

/// Something that must not stay behind when the process is ended from another thread, where no destructor runs: a file
/// written aside, a work folder. Known from here to the end of the scope, whose own destructors remove it otherwise.
class Leftover {
public:
    /// @param remove  called from another thread, at most once; what is gone already is no fault
    explicit Leftover(std::function<void()> remove);
    ~Leftover();
    Leftover(const Leftover&) = delete;
    Leftover& operator=(const Leftover&) = delete;

private:
    std::list<std::function<void()>>::iterator place_;
};

/// Removes them all, the newest first, and holds whoever makes or forgets one from now on: for the thread that ends the
/// process next.
void remove_leftovers() noexcept;

}  // namespace tarazy
