#include "io/json_document.hpp"

#include "base/error.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t deepest_json = 100;

/// Characters of the text that counts how many the parser has taken: nlohmann/json tells no places of values.
class CountedText {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountedText(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
    reference operator*() const { return *at_; }
    CountedText& operator++() {
        ++at_;
        ++*taken_;
        return *this;
    }
    CountedText operator++(int) {
        const CountedText before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountedText& a, const CountedText& b) { return a.at_ == b.at_; }
    friend bool operator!=(const CountedText& a, const CountedText& b) { return a.at_ != b.at_; }

private:
    const char* at_;
    std::size_t* taken_;
};

/// Lines and columns (in characters) of positions that are asked in ascending order.
class PlaceOfByte {
public:
    explicit PlaceOfByte(std::string_view text) : text_(text) {}

    TextPlace operator()(std::size_t byte) {
        for (; at_ < std::min(byte, text_.size()); ++at_) {
            if (text_[at_] == '\n') {
                ++place_.line;
                place_.column = 1;
            } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80U) {
                ++place_.column;
            }
        }
        return place_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    TextPlace place_{1, 1};
};

/// Builds the document from the events of the parser.
class DocumentOfJson {
public:
    using Json = nlohmann::json;

    DocumentOfJson(std::string_view text, const std::string& path, const std::size_t& taken)
        : text_(text), path_(path), taken_(taken), place_(text) {}

    bool null() {
        if (!open_.empty() && open_.back().value.kind == TomlKind::list) {
            refuse(place_(start_of_word()), "a list holds null", "leave the item out, or write its value");
        }
        return true;
    }
    bool boolean(bool value) {
        TomlValue one = value_here(TomlKind::boolean, start_of_word());
        one.boolean = value;
        return take(std::move(one));
    }
    bool number_integer(Json::number_integer_t value) { return integer(value); }
    bool number_unsigned(Json::number_unsigned_t value) {
        if (value > static_cast<Json::number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
            return number_float(static_cast<double>(value), "");
        }
        return integer(static_cast<std::int64_t>(value));
    }
    bool number_float(Json::number_float_t value, const Json::string_t& /*written*/) {
        TomlValue one = value_here(TomlKind::real, start_of_number());
        if (!std::isfinite(value)) refuse(one.place, "the number is too large", "write one below 1e308");
        one.real = value;
        return take(std::move(one));
    }
    bool string(Json::string_t& value) {
        TomlValue one = value_here(TomlKind::text, start_of_string());
        one.text = std::move(value);
        return take(std::move(one));
    }
    bool binary(Json::binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*count*/) { return open(TomlKind::table); }
    bool start_array(std::size_t /*count*/) { return open(TomlKind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(Json::string_t& value) {
        const TextPlace place = place_(start_of_string());
        if (open_.back().value.find(value) != nullptr) {
            refuse(place, "the key '" + value + "' stands twice in one object", "keep one of the two");
        }
        open_.back().key = std::move(value);
        open_.back().key_place = place;
        return true;
    }
    bool parse_error(std::size_t position, const std::string& /*token*/, const Json::exception& error) {
        std::string what = error.what();
        if (const std::size_t colon = what.rfind("column "); colon != std::string::npos) {
            if (const std::size_t rest = what.find(": ", colon); rest != std::string::npos) what.erase(0, rest + 2);
        }
        refuse(place_(position == 0 ? 0 : position - 1), "this is no JSON: " + what, "correct it from here on");
    }

    TomlValue whole;

private:
    struct Open {
        TomlValue value;
        std::string key = {};
        TextPlace key_place = {};
    };

    [[noreturn]] void refuse(const TextPlace& place, std::string what, std::string remedy) const {
        throw InputError(Problem{path_, place.line, place.column, std::move(what), std::move(remedy)});
    }
    bool integer(std::int64_t value) {
        TomlValue one = value_here(TomlKind::integer, start_of_number());
        one.integer = value;
        one.real = static_cast<double>(value);
        return take(std::move(one));
    }
    TomlValue value_here(TomlKind kind, std::size_t byte) {
        TomlValue value;
        value.kind = kind;
        value.place = place_(byte);
        return value;
    }
    bool open(TomlKind kind) {
        TomlValue value = value_here(kind, taken_ - 1);
        if (open_.size() >= deepest_json) {
            refuse(value.place, "values are nested more than " + std::to_string(deepest_json) + " deep",
                   "write it flatter");
        }
        open_.push_back({std::move(value)});
        return true;
    }
    bool close() {
        TomlValue value = std::move(open_.back().value);
        open_.pop_back();
        return take(std::move(value));
    }
    bool take(TomlValue value) {
        if (open_.empty()) {
            whole = std::move(value);
        } else if (Open& last = open_.back(); last.value.kind == TomlKind::list) {
            last.value.items.push_back(std::move(value));
        } else {
            last.value.entries.push_back({last.key, last.key_place, std::move(value)});
        }
        return true;
    }

    // Where the token that the parser has just taken begins. A number ends where another sign was taken.
    [[nodiscard]] std::size_t start_of_string() const {
        std::size_t at = taken_ - 1;  // the closing quotation mark
        while (at-- > 0) {
            std::size_t slashes = 0;
            while (slashes < at && text_[at - 1 - slashes] == '\\') ++slashes;
            if (text_[at] == '"' && slashes % 2 == 0) break;
        }
        return at;
    }
    [[nodiscard]] std::size_t start_of_number() const {
        const auto numeral = [&](std::size_t at) {
            return std::string_view("+-.eE0123456789").find(text_[at]) != std::string_view::npos;
        };
        std::size_t at = taken_;
        if (at > 0 && !numeral(at - 1)) --at;
        while (at > 0 && numeral(at - 1)) --at;
        return at;
    }
    [[nodiscard]] std::size_t start_of_word() const {
        std::size_t at = taken_;
        while (at > 0 && text_[at - 1] >= 'a' && text_[at - 1] <= 'z') --at;
        return at;
    }

    std::string_view text_;
    const std::string& path_;
    const std::size_t& taken_;
    PlaceOfByte place_;
    std::vector<Open> open_;
};

}  // namespace

TomlValue parse_json_document(std::string_view text, const std::string& path) {
    std::size_t taken = 0, end = 0;
    DocumentOfJson document(text, path, taken);
    nlohmann::json::sax_parse(CountedText(text.data(), &taken), CountedText(text.data() + text.size(), &end),
                              &document);
    return std::move(document.whole);
}

TomlValue parse_document(std::string_view text, const std::string& path) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = path.ends_with(".json") || (first != std::string_view::npos && text[first] == '{');
    return json ? parse_json_document(text, path) : parse_toml(text, path);
}

}  // namespace tarazy
