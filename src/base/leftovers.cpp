#include "base/leftovers.hpp"

#include <array>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <new>
#include <utility>

namespace tarazy {
namespace {

struct Known {
    std::mutex mutex;
    std::list<std::function<void()>> list;
};

/// Never destroyed: the thread that watches for signals may outlive the static objects. Not on the heap: it may be
/// asked for when no memory is left.
Known& known() {
    alignas(Known) static std::array<std::byte, sizeof(Known)> place;
    static Known& all = *new (place.data()) Known;
    return all;
}

}  // namespace

Leftover::Leftover(std::function<void()> remove) {
    const std::scoped_lock lock(known().mutex);
    place_ = known().list.insert(known().list.begin(), std::move(remove));
}

Leftover::~Leftover() {
    const std::scoped_lock lock(known().mutex);
    known().list.erase(place_);
}

void remove_leftovers() noexcept {
    known().mutex.lock();  // for good
    for (const std::function<void()>& remove : known().list) {
        try {
            remove();
        } catch (...) {  // the next one can be removed all the same
        }
    }
}

}  // namespace tarazy
