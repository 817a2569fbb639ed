#include "io/xml_events.hpp"

#include <expat.h>

#include <cstdint>
#include <exception>
#include <limits>
#include <new>
#include <utility>

namespace tarazy {

struct XmlParser::State {
    XML_Parser parser = nullptr;
    XmlEvents events;
    std::exception_ptr thrown;
    bool declares_type = false;
    std::int64_t fed = 0;  ///< bytes so far
};

namespace {

constexpr char separator = '|';
constexpr std::int64_t most_markup = std::int64_t{1} << 20;

std::string_view local_name(std::string_view name) {
    const std::size_t at = name.rfind(separator);
    return at == std::string_view::npos ? name : name.substr(at + 1);
}

/// Exceptions must not pass through C: they are kept, parsing stops, `feed` throws them on.
template <typename Work>
void kept_for_later(void* user, Work work) {
    auto& state = *static_cast<XmlParser::State*>(user);
    if (state.thrown) return;
    try {
        work(state.events);
    } catch (...) {
        state.thrown = std::current_exception();
        XML_StopParser(state.parser, XML_FALSE);
    }
}

void on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
    kept_for_later(user, [&](const XmlEvents& events) {
        if (events.start) events.start(local_name(name), XmlAttributes(attributes));
    });
}

void on_end(void* user, const XML_Char* name) {
    kept_for_later(user, [&](const XmlEvents& events) {
        if (events.end) events.end(local_name(name));
    });
}

void on_text(void* user, const XML_Char* text, int length) {
    kept_for_later(user, [&](const XmlEvents& events) {
        if (events.text) events.text({text, static_cast<std::size_t>(length)});
    });
}

void on_type_declaration(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& state = *static_cast<XmlParser::State*>(user);
    state.declares_type = true;
    XML_StopParser(state.parser, XML_FALSE);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == *pair) return *(pair + 1);
    }
    return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::find_qualified(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
        const std::string_view full = *pair;
        if (full.size() != name.size() && local_name(full) == name) return *(pair + 1);
    }
    return std::nullopt;
}

XmlParser::XmlParser(XmlEvents events) : state_(new State{nullptr, std::move(events), nullptr, false, 0}) {
    state_->parser = XML_ParserCreateNS(nullptr, separator);
    if (state_->parser == nullptr) {
        delete state_;
        throw std::bad_alloc();
    }
    XML_SetUserData(state_->parser, state_);
    XML_SetElementHandler(state_->parser, &on_start, &on_end);
    XML_SetCharacterDataHandler(state_->parser, &on_text);
    XML_SetStartDoctypeDeclHandler(state_->parser, &on_type_declaration);
}

XmlParser::~XmlParser() {
    XML_ParserFree(state_->parser);
    delete state_;
}

std::optional<std::string> XmlParser::feed(std::string_view piece, bool last) {
    const XML_Status status = XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (state_->thrown) std::rethrow_exception(state_->thrown);
    if (state_->declares_type) return "document type declarations are not allowed";
    state_->fed += static_cast<std::int64_t>(piece.size());
    // What is not finished is looked at anew with every piece, which takes the square of its length.
    if (!last && status != XML_STATUS_ERROR && state_->fed - XML_GetCurrentByteIndex(state_->parser) > most_markup)
        return "a piece of markup is longer than 1 MB";
    if (status != XML_STATUS_ERROR) return std::nullopt;
    return std::string(XML_ErrorString(XML_GetErrorCode(state_->parser))) + " at line " +
           std::to_string(XML_GetCurrentLineNumber(state_->parser));
}

std::pair<std::size_t, std::size_t> XmlParser::place() const {
    return {static_cast<std::size_t>(XML_GetCurrentLineNumber(state_->parser)),
            static_cast<std::size_t>(XML_GetCurrentColumnNumber(state_->parser)) + 1};
}

}  // namespace tarazy
