"""The optional reader of stories by a language model, behind the interface of the rules.

Any service with OpenAI's interface for chats answers with claims as data. A model is believed in
nothing: every claim's words are looked for in the story, its value in those words, and what is not
there is dropped. A story cannot make the model do anything, because the model can do nothing: it
has no tools, and what it writes is only ever read as claims.
"""
