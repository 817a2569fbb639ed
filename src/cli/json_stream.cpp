#include "cli/json_stream.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace tarazy {
namespace {

std::string one_line(const nlohmann::ordered_json& value) {
    return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

void JsonStream::key(std::string_view name) {
    next();
    out_ << one_line(name) << ": ";
    after_key_ = true;
}

void JsonStream::value(const nlohmann::ordered_json& value) {
    next();
    out_ << one_line(value);
}

void JsonStream::written(const std::string& json) {
    next();
    out_ << json;
}

void JsonStream::member(std::string_view name, const nlohmann::ordered_json& content) {
    key(name);
    value(content);
}

void JsonStream::open(char bracket) {
    next();
    out_ << bracket;
    filled_.push_back(false);
}

void JsonStream::close(char bracket) {
    const bool filled = filled_.back();
    filled_.pop_back();
    if (filled) out_ << '\n' << std::string(2 * (depth_ + filled_.size()), ' ');
    out_ << bracket;
}

void JsonStream::next() {
    work_.check();
    if (after_key_ || filled_.empty()) {
        after_key_ = false;
        return;
    }
    out_ << (filled_.back() ? ",\n" : "\n") << std::string(2 * (depth_ + filled_.size()), ' ');
    filled_.back() = true;
}

nlohmann::ordered_json number_or_null(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

}  // namespace tarazy
