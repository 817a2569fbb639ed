#pragma once

#include "base/error.hpp"
#include "base/work.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace tarazy {

/// What a computation told of itself.
class ProgressRecord {
public:
    [[nodiscard]] Work::Listener listener() {
        return [this](const Progress& progress) {
            const std::scoped_lock lock(mutex_);
            const auto [step, fresh] = steps_.try_emplace(std::string(progress.what), progress);
            ++told_;
            // A step of the same name may begin anew.
            falls_ += !fresh && progress.done < step->second.done && progress.done != 0 ? 1 : 0;
            falls_ += progress.total != 0 && progress.done > progress.total ? 1 : 0;
            step->second = progress;
        };
    }
    [[nodiscard]] std::size_t told() const { return told_; }

    /// Numbers rose, and every step whose total was known came to its end.
    void expect_whole() const {
        EXPECT_EQ(falls_, 0u);
        for (const auto& [what, last] : steps_) {
            EXPECT_TRUE(last.total == 0 || last.done == last.total) << what << ' ' << last.done << '/' << last.total;
        }
    }

private:
    std::mutex mutex_;
    std::map<std::string, Progress> steps_;
    std::size_t told_ = 0, falls_ = 0;
};

/// Asks for a stop from another thread when the computation has told `after` times of itself, and holds it meanwhile.
class StopFromOutside {
public:
    explicit StopFromOutside(std::size_t after) : after_(after) {
        thread_ = std::thread([this] {
            begun_.get_future().wait();
            source_.request_stop();
            stopped_.set_value();
        });
    }
    ~StopFromOutside() {
        if (told_ < after_) begun_.set_value();
        thread_.join();
    }
    [[nodiscard]] Work work() {
        return Work(source_.get_token(), [this](const Progress&) {
            if (told_.fetch_add(1) + 1 != after_) return;
            begun_.set_value();
            stopped_.get_future().wait();
        });
    }

private:
    const std::size_t after_;
    std::atomic<std::size_t> told_ = 0;
    std::stop_source source_;
    std::promise<void> begun_, stopped_;
    std::thread thread_;
};

/// A long computation ends when it is asked to, before it began or in the middle, and otherwise tells how far it is up
/// to the end. @param compute  runs it with the work that it is given
inline void expect_stoppable(const std::function<void(const Work&)>& compute) {
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW(compute(Work(asked.get_token())), Interrupted) << "asked beforehand";
    ProgressRecord record;
    compute(Work(std::stop_token(), record.listener()));
    record.expect_whole();
    ASSERT_GT(record.told(), 1u);
    for (const std::size_t after : {std::size_t{1}, record.told() / 2}) {
        StopFromOutside other(after);
        EXPECT_THROW(compute(other.work()), Interrupted)
            << "asked from another thread when it had told of itself " << after << " times";
    }
}

}  // namespace tarazy
