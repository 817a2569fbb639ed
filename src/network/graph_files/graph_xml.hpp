#pragma once

#include "base/error.hpp"
#include "io/xml_events.hpp"
#include "network/graph_files/graph_file.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Text of an XML file: & < > " escaped, line ends and tabs as references, other control signs, which XML does not
/// have, replaced.
[[nodiscard]] std::string xml_text(std::string_view text);

/// What readers of XML graphs share: the parser with places, and what was passed over, told once a kind.
class GraphXml {
public:
    GraphXml(std::string path, std::vector<std::string>& warnings) : path_(std::move(path)), warnings_(warnings) {}

    /// What an event refuses is kept, and the rest is read, so that all faults of the file are told at once; but where
    /// the first element is the wrong one, or the text is no XML, nothing that follows says anything.
    /// @throws InputError at once for those two, with all that was kept
    void parse(std::string_view bytes, XmlEvents events);
    void add_fault(Problem problem) { faults_.add(std::move(problem)); }
    /// @throws InputError with all faults kept
    void throw_faults() const { faults_.throw_if_any(); }
    [[noreturn]] void refuse(std::string what, std::string remedy) const;
    /// An attribute that must be there.
    [[nodiscard]] std::string needed(const XmlAttributes& attributes, std::string_view name,
                                     std::string_view element) const;
    void pass_over(const std::string& what) { ++passed_[what]; }
    void tell_passed() const;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    /// Attributes of an element other than these are passed over.
    void pass_unknown(const XmlAttributes& attributes, std::string_view element,
                      std::initializer_list<std::string_view> known);
    [[nodiscard]] std::pair<std::size_t, std::size_t> place() const {
        return parser_ == nullptr ? std::pair<std::size_t, std::size_t>(1, 1) : parser_->place();
    }
    /// A number from the file. @throws InputError
    [[nodiscard]] double number(std::string_view text, std::string_view what) const;

private:
    std::string path_;
    std::vector<std::string>& warnings_;
    std::map<std::string, std::size_t> passed_;
    Diagnostics faults_;
    XmlParser* parser_ = nullptr;
};

/// Nodes by id, while they are read and while ties still name some that come later.
class NamedNodes {
public:
    /// The place of a node; nothing if there is none.
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& id) const;
    /// Nothing if the id stands already. @throws LimitError
    std::optional<std::uint32_t> add(const std::string& id, const std::string& path);
    [[nodiscard]] std::vector<std::string> take() { return std::move(ids_); }
    [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }

private:
    std::vector<std::string> ids_;
    std::map<std::string, std::uint32_t, std::less<>> place_;
};

}  // namespace tarazy
