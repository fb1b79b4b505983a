# A list: six pups

first: pups
second: pups
third: pups
fourth: pups
fifth: pups
sixth: pups

> the team: {first}, {second}, {third}, {fourth}, {fifth}, {sixth}

## roll call

Who is in the team tonight?
The lantern is shining. Who will come?

{first} comes with {first's tool}, and {second} comes with {second's tool}.
First there are {first} the {first's job} and {second} the {second's job}.

{third} comes with {third's tool}, and {fourth} comes with {fourth's tool}.
Then there are {third} the {third's job} and {fourth} the {fourth's job}.

{fifth} comes with {fifth's tool}, and {sixth} comes with {sixth's tool}.
And last there are {fifth} the {fifth's job} and {sixth} the {sixth's job}.

## all of them

{first}, {second}, {third}, {fourth}, {fifth} and {sixth}: that is the whole team.
The team is {first}, {second}, {third}, {fourth}, {fifth} and {sixth}, and nobody else.

Good night, all six.
Now everybody can sleep, for the six are awake.
