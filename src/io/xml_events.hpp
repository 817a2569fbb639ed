#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tarazy {

/// Attributes of an XML element, by local name (prefixes and namespaces are left out).
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// An attribute that has a namespace, such as r:id beside id.
    [[nodiscard]] std::optional<std::string_view> find_qualified(std::string_view name) const;
    /// Names and values by turns, as expat gives them; ends with a null pointer.
    [[nodiscard]] const char* const* pairs() const noexcept { return pairs_; }

private:
    const char* const* pairs_;
};

/// What to do on the way through an XML text. Names are local names.
struct XmlEvents {
    std::function<void(std::string_view element, const XmlAttributes& attributes)> start;
    std::function<void(std::string_view element)> end;
    std::function<void(std::string_view text)> text;
};

/// A parser (expat) that is fed piece by piece. Document type declarations are refused, and with them all entities
/// that could swell.
class XmlParser {
public:
    explicit XmlParser(XmlEvents events);
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    /// What is wrong with the text, or nothing. A tag with its attributes, or a comment, may have 1 MB. Exceptions of
    /// the events pass through.
    [[nodiscard]] std::optional<std::string> feed(std::string_view piece, bool last);

    /// Where the parser stands, for use in the events and after an error: line and character, both from 1.
    [[nodiscard]] std::pair<std::size_t, std::size_t> place() const;

    struct State;

private:
    State* state_;
};

}  // namespace tarazy
