"""The demo's festival: works, critics, outlets and six weeks of reviews, all of them invented."""

NAME = "Festival of Invented Films (demo)"
