#include "cli/progress_line.hpp"

#include "base/printable.hpp"
#include "base/text_cut.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::chrono::seconds patience(1);

void write_to_terminal(const std::string& bytes) {
    if (::write(STDERR_FILENO, bytes.data(), bytes.size()) < 0) return;  // a terminal that is gone needs no line
}

std::size_t columns_of_terminal() {
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(::isatty(STDERR_FILENO) == 1), start_(std::chrono::steady_clock::now()) {}

void ProgressLine::tell(const Progress& progress) {
    if (lines_) {
        const nlohmann::ordered_json line = {
            {"progress", progress.what}, {"done", progress.done}, {"total", progress.total}};
        const std::scoped_lock lock(mutex_);
        const std::string step = line["progress"];
        // A step that nobody has seen yet is written at once, so that none is missed.
        text_ = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        if (step != step_) write_to_terminal((drawn_ = text_) + '\n');
        step_ = step;
        return;
    }
    if (!terminal_) return;
    std::string text = printable(progress.what);
    if (progress.total > 0) {
        const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
        text += ": " + std::to_string(static_cast<int>(100 * share)) + " %";
    } else if (progress.done > 0) {
        text += ": " + std::to_string(progress.done);
    }
    const std::scoped_lock lock(mutex_);
    text_ = std::move(text);
}

void ProgressLine::draw() {
    if (lines_) {
        const std::scoped_lock lock(mutex_);
        if (!text_.empty() && text_ != drawn_) write_to_terminal((drawn_ = text_) + '\n');
        return;
    }
    if (!terminal_ || !shown_ || std::chrono::steady_clock::now() < start_ + patience) return;
    const std::scoped_lock lock(mutex_);
    if (text_.empty() || text_ == drawn_) return;
    // A line that is longer than the terminal is wide could not be erased.
    const std::size_t room = std::max<std::size_t>(columns_of_terminal(), 12) - 1;
    write_to_terminal("\r\033[K" + shortened(text_, room));
    drawn_ = text_;
}

void ProgressLine::erase() {
    const std::scoped_lock lock(mutex_);
    if (!drawn_.empty() && !lines_) write_to_terminal("\r\033[K");
    text_.clear();
    drawn_.clear();
}

}  // namespace tarazy
