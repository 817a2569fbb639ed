#pragma once

#include "base/work.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// Writes a JSON value piece by piece, so that a result of a million lists never stands in memory as a whole. Objects
/// and arrays that are opened take a line a member; what is given whole takes one line.
class JsonStream {
public:
    /// @param depth  how deep the value stands in the document
    /// @param work   asked at every value whether the document is still wanted
    explicit JsonStream(std::ostream& out, unsigned depth = 0, Work work = {})
        : out_(out), depth_(depth), work_(std::move(work)) {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    /// Name of the next value. @pre an object is open
    void key(std::string_view name);
    void value(const nlohmann::ordered_json& value);
    /// A value that is JSON text already: a whole number of more than 64 bits, say.
    void written(const std::string& json);
    void member(std::string_view name, const nlohmann::ordered_json& content);

private:
    void open(char bracket);
    void close(char bracket);
    void next();  ///< comma and new line where one is due

    std::ostream& out_;
    unsigned depth_;
    Work work_;
    std::vector<bool> filled_;  ///< has the open object or array a member?
    bool after_key_ = false;
};

/// A number, or null where there is none or it is not finite.
[[nodiscard]] nlohmann::ordered_json number_or_null(const std::optional<double>& value);

}  // namespace tarazy
