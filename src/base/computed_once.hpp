#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace tarazy {

/// Results that several computations of one run need: each is computed once, by whoever asks first; others that ask
/// meanwhile wait. What is kept lives as long as the store. Results must depend on their names alone, so that it never
/// matters who was first.
class ComputedOnce {
public:
    /// @param name  of the result, with all that decides it; one type a name
    /// What `compute` throws is thrown on, and the next who asks computes again.
    template <class Result, class Compute>
    [[nodiscard]] std::shared_ptr<const Result> get(const std::string& name, const Compute& compute) {
        Slot& slot = slot_of(name);
        const std::scoped_lock one_at_a_time(slot.computing);
        if (!slot.result) slot.result = std::make_shared<const Result>(compute());
        return std::static_pointer_cast<const Result>(slot.result);
    }

private:
    struct Slot {
        std::mutex computing;
        std::shared_ptr<const void> result;
    };
    Slot& slot_of(const std::string& name) {
        const std::scoped_lock adding(adding_);
        std::unique_ptr<Slot>& slot = slots_[name];
        if (!slot) slot = std::make_unique<Slot>();
        return *slot;
    }

    std::mutex adding_;
    std::map<std::string, std::unique_ptr<Slot>> slots_;
};

}  // namespace tarazy
